package org.carbonpublicity.assessment.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.assessment.training.events.CertificateEvents;
import org.carbonpublicity.assessment.training.persistence.CertificateRepository;
import org.carbonpublicity.assessment.training.persistence.TrainingRepository;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Certificates from issue to revocation. */
@ApplicationScoped
public class Certificates {

  private final TrainingRepository trainings;
  private final CertificateRepository certificates;
  private final EnterpriseRepository enterprises;
  private final CertificateEvents events;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Certificates(
      TrainingRepository trainings,
      CertificateRepository certificates,
      EnterpriseRepository enterprises,
      CertificateEvents events,
      Audit audit,
      Clock clock) {
    this.trainings = trainings;
    this.certificates = certificates;
    this.enterprises = enterprises;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Issues a certificate to all who attended, passed and have none: calling it again issues to
   * those whose results came since. Who had one that was revoked gets no other.
   *
   * @return what was issued now; empty when there is no such session
   * @throws SessionStateException when the session is not held
   */
  @Transactional
  public Optional<List<Certificate>> issue(UUID session, String actor) {
    return trainings
        .lock(session)
        .map(
            present -> {
              if (present.state() != SessionState.HELD) {
                throw new SessionStateException(present.state(), "certificates");
              }
              return issued(present, actor);
            });
  }

  private List<Certificate> issued(TrainingSession session, String actor) {
    List<Participant> due =
        trainings.participantsAfter(session.id(), null, 0, Integer.MAX_VALUE).stream()
            .filter(Participant::earnsCertificate)
            .toList();
    enterprises.lock(due.stream().map(Participant::enterprise).distinct().toList());
    List<Certificate> issued = new ArrayList<>();
    for (Participant participant : due) {
      String number = CertificateNumber.of(today().getYear(), random).text();
      certificates.add(
          number,
          participant.id(),
          session.plan().endsOn(),
          session.plan().validTo(),
          now(),
          actor);
      Certificate certificate = certificates.find(number).orElseThrow();
      events.issued(certificate);
      issued.add(certificate);
    }
    audit.record(
        "training-certificates-issued",
        "training-session/" + session.id(),
        Map.of("certificates", issued.stream().map(Certificate::number).toList()));
    return issued;
  }

  /**
   * Takes a certificate back, for good.
   *
   * @return empty when there is no such certificate
   * @throws CertificateRevokedException when it was before
   */
  @Transactional
  public Optional<Certificate> revoke(CertificateNumber number, String reason, String actor) {
    return certificates
        .find(number.text())
        .map(
            found -> {
              enterprises.lock(found.enterprise());
              if (!certificates.revoke(found.number(), reason, now(), actor)) {
                throw new CertificateRevokedException(found.number());
              }
              Certificate revoked = certificates.find(found.number()).orElseThrow();
              events.revoked(revoked);
              audit.record(
                  "training-certificate-revoked",
                  "training-certificate/" + found.number(),
                  Map.of("reason", reason));
              return revoked;
            });
  }

  @Transactional
  public Optional<Certificate> find(CertificateNumber number) {
    return certificates.find(number.text());
  }

  /** Certificates in the order of issue; of some enterprises or, with null, of all. */
  @Transactional
  public List<Certificate> list(
      @Nullable Set<String> enterprisesOf,
      @Nullable UUID session,
      @Nullable Long afterSequence,
      int limit) {
    return certificates.list(
        enterprisesOf, session, afterSequence == null ? 0 : afterSequence, limit);
  }

  public Certificate.Status status(Certificate certificate) {
    return certificate.status(today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
