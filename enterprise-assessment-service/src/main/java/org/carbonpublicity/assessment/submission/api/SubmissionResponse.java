package org.carbonpublicity.assessment.submission.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.submission.Answer;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.submission.SubmissionState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A submission as its enterprise and assessors read it. */
@Schema(name = "Submission")
record SubmissionResponse(
    UUID id,
    String guideline,
    String enterprise,
    String enterpriseName,
    @Schema(description = "RECEIVED until it is scored; SUPERSEDED by a later one")
        SubmissionState state,
    Instant submittedAt,
    String submittedBy,
    @Schema(description = "The submission that counts instead") @Nullable UUID supersededBy,
    @Schema(description = "In which it came; absent for a guideline without windows")
        @Nullable String window,
    @Schema(description = "After the deadline of the window") boolean late,
    @Schema(description = "SHA-256 of the answers, as in the receipt") String answersSha256,
    List<Answer> answers) {

  /** What the sender is told at once; the same however often the request comes. */
  @Schema(name = "SubmissionReceipt")
  record Receipt(
      UUID id,
      String guideline,
      String enterprise,
      SubmissionState state,
      Instant submittedAt,
      @Nullable String window,
      @Schema(description = "After the deadline of the window") boolean late,
      @Schema(description = "SHA-256 of the answers: shows later what was submitted")
          String answersSha256) {

    static Receipt of(Submission submission) {
      return new Receipt(
          submission.id(),
          submission.guideline(),
          submission.enterprise(),
          SubmissionState.RECEIVED,
          submission.submittedAt(),
          submission.window(),
          submission.late(),
          submission.answersSha256());
    }
  }

  static SubmissionResponse of(Submission submission) {
    return new SubmissionResponse(
        submission.id(),
        submission.guideline(),
        submission.enterprise(),
        submission.enterpriseName(),
        submission.state(),
        submission.submittedAt(),
        submission.submittedBy(),
        submission.supersededBy(),
        submission.window(),
        submission.late(),
        submission.answersSha256(),
        submission.answers());
  }
}
