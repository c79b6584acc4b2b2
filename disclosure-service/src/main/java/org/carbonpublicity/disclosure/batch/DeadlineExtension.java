package org.carbonpublicity.disclosure.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * More time for the answers to a batch, as it was granted.
 *
 * @param enterprise whose; null for all
 * @param previousDeadline the one in force before
 * @param deadline the last day, later than the one before
 */
public record DeadlineExtension(
    UUID id,
    int batch,
    @Nullable String enterprise,
    LocalDate previousDeadline,
    LocalDate deadline,
    String reason,
    Instant grantedAt,
    @Nullable String grantedBy) {

  /** The same for those whom it does not concern who granted it. */
  public DeadlineExtension withoutActor() {
    return new DeadlineExtension(
        id, batch, enterprise, previousDeadline, deadline, reason, grantedAt, null);
  }
}
