package org.carbonpublicity.assessment.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody registered for a session; null where nothing is entered yet.
 *
 * @param number grows with every registration
 * @param certificate number of the certificate that was issued
 */
public record Participant(
    UUID id,
    long number,
    UUID session,
    String enterprise,
    String enterpriseName,
    String name,
    String personalKey,
    @Nullable Boolean attended,
    @Nullable BigDecimal points,
    @Nullable Boolean passed,
    @Nullable String certificate,
    Instant registeredAt) {

  /** Whether a certificate is due that was not issued yet. */
  public boolean earnsCertificate() {
    return Boolean.TRUE.equals(attended) && Boolean.TRUE.equals(passed) && certificate == null;
  }
}
