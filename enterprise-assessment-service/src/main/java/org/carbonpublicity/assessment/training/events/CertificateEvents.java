package org.carbonpublicity.assessment.training.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.carbonpublicity.assessment.training.Certificate;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;
import org.jspecify.annotations.Nullable;

/** Tells of certificates; never of the people who hold them, since a topic keeps what it heard. */
@ApplicationScoped
public class CertificateEvents {

  private static final String ISSUED = "certificate-issued.v1";
  private static final String REVOKED = "certificate-revoked.v1";

  private final Outbox outbox;

  CertificateEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The payload of both events; {@code revokedAt} stands in the second alone. */
  record Told(
      String certificate,
      UUID session,
      String sessionTitle,
      String sessionTitleZh,
      String enterprise,
      String enterpriseName,
      LocalDate validFrom,
      LocalDate validTo,
      Instant issuedAt,
      @Nullable Instant revokedAt) {}

  public void issued(Certificate certificate) {
    tell(ISSUED, certificate);
  }

  public void revoked(Certificate certificate) {
    tell(REVOKED, certificate);
  }

  private void tell(String type, Certificate certificate) {
    outbox.append(
        Topics.CERTIFICATES,
        type,
        certificate.number(),
        new Told(
            certificate.number(),
            certificate.session(),
            certificate.sessionTitle(),
            certificate.sessionTitleZh(),
            certificate.enterprise(),
            certificate.enterpriseName(),
            certificate.validFrom(),
            certificate.validTo(),
            certificate.issuedAt(),
            certificate.revokedAt()));
  }
}
