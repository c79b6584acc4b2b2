package org.carbonpublicity.assessment.submission.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

  /** The same for requests that say the same, however they are spaced. */
  String hash() {
    try {
      // The text of a record names every component with its value.
      byte[] text = ("POST submissions " + this).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
