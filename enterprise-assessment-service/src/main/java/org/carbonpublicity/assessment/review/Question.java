package org.carbonpublicity.assessment.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessor's question to the enterprise about an item.
 *
 * @param evidence ids of the files that show the answer
 * @param withdrawnAt when the asker decided without an answer, or was taken off the review
 */
public record Question(
    UUID id,
    String item,
    String text,
    String askedBy,
    Instant askedAt,
    @Nullable String answer,
    List<UUID> evidence,
    @Nullable String answeredBy,
    @Nullable Instant answeredAt,
    @Nullable Instant withdrawnAt) {

  public boolean isOpen() {
    return answeredAt == null && withdrawnAt == null;
  }
}
