package org.carbonpublicity.disclosure.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.BatchConflictException;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.batch.PublicationAccepted;
import org.carbonpublicity.disclosure.correction.persistence.CorrectionRepository;
import org.carbonpublicity.disclosure.correction.persistence.RestatementRepository;
import org.carbonpublicity.disclosure.enterprise.EnterpriseRestated;

/**
 * Publishes anew what is published of an enterprise that was renamed or merged, so that no edition
 * holds one enterprise under two names.
 */
@ApplicationScoped
class EnterpriseCorrections {

  private final CorrectionRepository corrections;
  private final RestatementRepository restatement;
  private final Event<PublicationAccepted> accepted;
  private final Audit audit;
  private final Clock clock;

  EnterpriseCorrections(
      CorrectionRepository corrections,
      RestatementRepository restatement,
      Event<PublicationAccepted> accepted,
      Audit audit,
      Clock clock) {
    this.corrections = corrections;
    this.restatement = restatement;
    this.accepted = accepted;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws BatchConflictException when a batch with models of the enterprise is being published:
   *     they would be told under both names
   */
  @Transactional(TxType.MANDATORY)
  void restated(@Observes EnterpriseRestated event) {
    if (!restatement.isPublished(event.from())) {
      return;
    }
    // From here on nothing else can be accepted, so that what is published now is all of it.
    int publication = corrections.nextPublication();
    restatement
        .beingPublished(event.from())
        .ifPresent(
            batch -> {
              throw BatchConflictException.busy(batch);
            });
    Instant now = clock.instant();
    int batch =
        corrections.open(CorrectionKind.ENTERPRISE, event.reason(), null, now, event.actor());
    long models = restatement.restate(batch, event.from(), event.to(), now, event.actor());
    corrections.accept(batch, publication, models, now, event.actor());
    audit.record(
        "correction-accepted",
        Batch.subject(batch),
        Map.of("kind", CorrectionKind.ENTERPRISE, "reason", event.reason(), "models", models));
    accepted.fire(new PublicationAccepted(batch));
  }
}
