package org.carbonpublicity.assessment.result.api;

import org.carbonpublicity.assessment.http.FieldFaults;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that has a published result assessed again. */
@Schema(
    name = "ReassessmentRequest",
    requiredProperties = {"reason"})
record ReassessmentRequest(
    @Schema(maxLength = ReassessmentRequest.LONGEST_REASON) @Nullable String reason) {

  static final int LONGEST_REASON = 2_000;

  /** The reason, or a 422 problem. */
  static String reason(@Nullable ReassessmentRequest request) {
    FieldFaults faults = new FieldFaults();
    String reason =
        faults.text("reason", request == null ? null : request.reason(), LONGEST_REASON);
    faults.refuse("invalid-reassessment", "A re-assessment needs a reason");
    return reason;
  }
}
