package org.carbonpublicity.assessment.submission.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.submission.AnswerCheck;
import org.carbonpublicity.assessment.submission.AnswerDraft;
import org.carbonpublicity.assessment.submission.SubmissionDraft;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that submits answers. */
@Schema(
    name = "SubmissionRequest",
    requiredProperties = {"guideline", "enterprise", "answers"})
record SubmissionRequest(
    @Nullable String guideline,
    @Schema(description = "Code of the enterprise") @Nullable String enterprise,
    @Schema(description = "One answer to each item of the guideline, in any order")
        @Nullable List<@Nullable AnswerRequest> answers) {

  @Schema(
      name = "AnswerRequest",
      requiredProperties = {"item"})
  record AnswerRequest(
      @Nullable String item,
      @Schema(description = "Needed for yes or no; otherwise it follows from the value")
          @Nullable Boolean met,
      @Schema(maxLength = AnswerCheck.LONGEST_TEXT) @Nullable String evidence,
      @Schema(maxLength = AnswerCheck.LONGEST_TEXT) @Nullable String comment,
      @Nullable BigDecimal number,
      @Nullable String date,
      @Nullable String choice,
      @Schema(description = "Ids of evidence files", maxItems = AnswerCheck.MOST_FILES)
          @Nullable List<@Nullable UUID> files) {

    AnswerDraft draft() {
      return new AnswerDraft(item, met, evidence, comment, number, date, choice, files);
    }
  }

  SubmissionDraft draft() {
    return new SubmissionDraft(
        guideline,
        enterprise,
        answers == null
            ? null
            : answers.stream().map(answer -> answer == null ? null : answer.draft()).toList());
  }
}
