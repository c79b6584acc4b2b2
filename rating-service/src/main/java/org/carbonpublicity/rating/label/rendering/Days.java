package org.carbonpublicity.rating.label.rendering;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.carbonpublicity.rating.label.Certificate;

/** The validity of a certificate in days (UTC), as people read it. */
final class Days {

  private Days() {}

  static LocalDate first(Certificate certificate) {
    return certificate.issuedAt().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** The last day on which it is valid. */
  static LocalDate last(Certificate certificate) {
    return certificate.validUntil().minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
