package org.carbonpublicity.assessment.survey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers of an enterprise to a guideline that are being gathered.
 *
 * @param window for which they are; absent where the guideline is answered without windows
 * @param changedAt when an answer was last saved
 * @param submission what was last made of it
 */
public record Survey(
    UUID id,
    String guideline,
    @Nullable String window,
    String enterprise,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    @Nullable UUID submission,
    @Nullable Instant submittedAt) {

  /** How the audit trail names it. */
  public String subject() {
    return "survey/" + id;
  }
}
