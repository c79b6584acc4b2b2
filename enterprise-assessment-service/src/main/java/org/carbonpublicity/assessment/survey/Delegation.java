package org.carbonpublicity.assessment.survey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else fills in part of a survey.
 *
 * @param subject of the token of that person
 * @param items codes of the items
 * @param until from when on it is over; absent while it is not limited
 */
public record Delegation(
    UUID id,
    UUID survey,
    String subject,
    List<String> items,
    @Nullable String note,
    @Nullable Instant until,
    Instant createdAt,
    String createdBy,
    @Nullable Instant endedAt) {

  /** Whether the person may work on it. */
  public boolean isValid(Instant now) {
    return endedAt == null && (until == null || now.isBefore(until));
  }
}
