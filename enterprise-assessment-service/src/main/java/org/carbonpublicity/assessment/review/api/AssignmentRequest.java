package org.carbonpublicity.assessment.review.api;

import java.util.List;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that says who reviews. */
@Schema(name = "AssignmentRequest")
record AssignmentRequest(
    @Schema(description = "Subjects of one or two assessors' tokens")
        @Nullable List<@Nullable String> assessors) {

  /** The subjects, or a 422 problem; none when none are named. */
  static List<String> assessors(@Nullable AssignmentRequest request) {
    FieldFaults faults = new FieldFaults();
    List<String> assessors = Texts.assessors(faults, request == null ? null : request.assessors());
    faults.refuse("invalid-assignment", "The assignment cannot be taken");
    return assessors;
  }
}
