package org.carbonpublicity.assessment.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with all that is known of it.
 *
 * @param sequence grows with every certificate
 * @param validFrom first and
 * @param validTo last day (UTC) on which it is valid
 */
public record Certificate(
    String number,
    long sequence,
    UUID session,
    String sessionTitle,
    String sessionTitleZh,
    String enterprise,
    String enterpriseName,
    String name,
    String personalKey,
    @Nullable BigDecimal points,
    LocalDate validFrom,
    LocalDate validTo,
    Instant issuedAt,
    @Nullable Instant revokedAt,
    @Nullable String revocationReason) {

  /** Whether a certificate holds. */
  public enum Status {
    VALID,
    EXPIRED,
    REVOKED
  }

  public Status status(LocalDate today) {
    if (revokedAt != null) {
      return Status.REVOKED;
    }
    return today.isAfter(validTo) ? Status.EXPIRED : Status.VALID;
  }
}
