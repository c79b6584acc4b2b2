package org.carbonpublicity.assessment.review.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.review.Appeal;
import org.carbonpublicity.assessment.review.Appeal.DisputedItem;
import org.carbonpublicity.assessment.review.Ruling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An appeal: the enterprise reads rulings once it is decided, and not whose they are. */
@Schema(
    name = "Appeal",
    description =
        "Assessors read all of it; the enterprise reads rulings once the appeal is decided, and not"
            + " whose they are")
record AppealResponse(
    UUID assessment,
    String enterprise,
    AssessmentState state,
    Instant filedAt,
    String filedBy,
    @Nullable Instant decidedAt,
    List<DisputedItemResponse> items) {

  @Schema(name = "DisputedItem")
  record DisputedItemResponse(
      String item,
      String reason,
      @Schema(description = "Ids of evidence files") List<UUID> evidence,
      @Nullable Ruling ruling,
      @Nullable String rulingReason,
      @Nullable String ruledBy,
      @Nullable Instant ruledAt) {}

  /** The appeal as assessors read it, or the enterprise. */
  static AppealResponse of(Assessment assessment, Appeal appeal, boolean forAssessors) {
    boolean withRulings = forAssessors || appeal.decidedAt() != null;
    return new AppealResponse(
        assessment.id(),
        assessment.enterprise(),
        assessment.state(),
        appeal.filedAt(),
        appeal.filedBy(),
        appeal.decidedAt(),
        appeal.items().stream().map(item -> item(item, withRulings, forAssessors)).toList());
  }

  private static DisputedItemResponse item(
      DisputedItem item, boolean withRulings, boolean withNames) {
    return new DisputedItemResponse(
        item.item(),
        item.reason(),
        item.evidence(),
        withRulings ? item.ruling() : null,
        withRulings ? item.rulingReason() : null,
        withNames ? item.ruledBy() : null,
        withRulings ? item.ruledAt() : null);
  }
}
