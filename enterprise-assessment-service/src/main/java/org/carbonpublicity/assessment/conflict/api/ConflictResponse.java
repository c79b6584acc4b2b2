package org.carbonpublicity.assessment.conflict.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.carbonpublicity.assessment.conflict.Conflict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A conflict of interest as assessors read it. */
@Schema(name = "ConflictOfInterest")
record ConflictResponse(
    UUID id,
    String assessor,
    String enterprise,
    String reason,
    @Schema(description = "The last day (UTC) on which it holds; absent when no end is known")
        @Nullable LocalDate lastDay,
    String declaredBy,
    Instant declaredAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt) {

  static ConflictResponse of(Conflict conflict) {
    return new ConflictResponse(
        conflict.id(),
        conflict.assessor(),
        conflict.enterprise(),
        conflict.reason(),
        conflict.lastDay(),
        conflict.declaredBy(),
        conflict.declaredAt(),
        conflict.endedBy(),
        conflict.endedAt());
  }
}
