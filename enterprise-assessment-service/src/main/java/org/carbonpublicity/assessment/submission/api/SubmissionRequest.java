package org.carbonpublicity.assessment.submission.api;

import java.util.List;
import org.carbonpublicity.assessment.submission.SubmissionDraft;
import org.carbonpublicity.assessment.submission.SubmissionDraft.AnswerDraft;
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
      requiredProperties = {"item", "met"})
  record AnswerRequest(
      @Nullable String item,
      @Nullable Boolean met,
      @Schema(maxLength = SubmissionDraft.LONGEST_EVIDENCE) @Nullable String evidence) {}

  SubmissionDraft draft() {
    return new SubmissionDraft(
        guideline,
        enterprise,
        answers == null
            ? null
            : answers.stream()
                .map(
                    answer ->
                        answer == null
                            ? new AnswerDraft(null, null, null)
                            : new AnswerDraft(answer.item(), answer.met(), answer.evidence()))
                .toList());
  }
}
