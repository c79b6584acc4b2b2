package org.carbonpublicity.assessment.review.api;

import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.review.DecisionDraft;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that answers an assessor's question. */
@Schema(
    name = "QuestionAnswerRequest",
    requiredProperties = {"answer"})
record QuestionAnswerRequest(
    @Schema(maxLength = DecisionDraft.LONGEST_TEXT) @Nullable String answer,
    @Schema(description = "Ids of evidence files", maxItems = Texts.MOST_EVIDENCE)
        @Nullable List<@Nullable String> evidence) {

  record Checked(String answer, List<UUID> evidence) {}

  /** The answer, or a 422 problem. */
  static Checked checked(@Nullable QuestionAnswerRequest request) {
    FieldFaults faults = new FieldFaults();
    Checked checked =
        new Checked(
            faults.text(
                "answer", request == null ? null : request.answer(), DecisionDraft.LONGEST_TEXT),
            Texts.evidence(faults, "evidence", request == null ? null : request.evidence()));
    faults.refuse("invalid-answer", "The answer cannot be taken");
    return checked;
  }
}
