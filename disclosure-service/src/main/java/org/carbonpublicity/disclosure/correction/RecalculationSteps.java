package org.carbonpublicity.disclosure.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.batch.PublicationAccepted;
import org.carbonpublicity.disclosure.correction.persistence.CorrectionRepository;
import org.carbonpublicity.disclosure.correction.persistence.RecalculationRepository;
import org.carbonpublicity.disclosure.correction.persistence.RecalculationRepository.Population;
import org.carbonpublicity.disclosure.correction.persistence.RecalculationRepository.Published;
import org.carbonpublicity.disclosure.correction.persistence.RecalculationRepository.Recalculated;
import org.carbonpublicity.disclosure.correction.persistence.RecalculationRepository.Work;
import org.carbonpublicity.disclosure.footprint.FootprintCalculation;
import org.carbonpublicity.disclosure.footprint.ImplausibleVehicleException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Recalculates what is published under another factor set, in steps: each is one transaction that
 * revises the next models and remembers how far it came, so that a crash costs one step and doubles
 * nothing. The last one accepts the correction for publication.
 */
@ApplicationScoped
class RecalculationSteps {

  private static final Logger LOG = Logger.getLogger(RecalculationSteps.class);

  private final RecalculationRepository repository;
  private final CorrectionRepository corrections;
  private final Event<PublicationAccepted> accepted;
  private final Audit audit;
  private final Clock clock;
  private final int modelsPerStep;

  RecalculationSteps(
      RecalculationRepository repository,
      CorrectionRepository corrections,
      Event<PublicationAccepted> accepted,
      Audit audit,
      Clock clock,
      @ConfigProperty(name = "disclosure.correction.models-per-transaction") int modelsPerStep) {
    this.repository = repository;
    this.corrections = corrections;
    this.accepted = accepted;
    this.audit = audit;
    this.clock = clock;
    this.modelsPerStep = modelsPerStep;
  }

  /** Takes the next step; false when there is none to take. */
  @Transactional(TxType.REQUIRES_NEW)
  boolean next() {
    Optional<Work> next = repository.next();
    next.ifPresent(this::take);
    return next.isPresent();
  }

  private void take(Work work) {
    Population population = repository.published(work.cursor(), modelsPerStep);
    FootprintCalculation calculation = new FootprintCalculation(work.factorSet());
    List<Recalculated> recalculated = new ArrayList<>();
    for (Published model : population.models()) {
      if (!model.isRecalculable(calculation.factorSet(), FootprintCalculation.METHODOLOGY)) {
        continue;
      }
      try {
        recalculated.add(new Recalculated(model, calculation.calculate(model.specification())));
      } catch (ImplausibleVehicleException e) {
        // One vehicle does not hold up all others: it keeps what is published of it.
        repository.except(work.batch(), model.code(), String.valueOf(e.getMessage()));
        LOG.warnf("event=not-recalculable batch=%d model=%s", work.batch(), model.code());
      }
    }
    repository.revise(work.batch(), recalculated, clock.instant(), audit.service());
    repository.advance(work.batch(), population.last(), recalculated.size());
    if (population.models().size() < modelsPerStep) {
      finish(work.batch());
    }
  }

  private void finish(int batch) {
    if (repository.dropEmpty(batch)) {
      // Nothing had to be recalculated, so that there is nothing to publish or to tell.
      return;
    }
    // From here on nothing else can be accepted, so that what is outdated now is all of it.
    int publication = corrections.nextPublication();
    repository.dropOutdated(batch);
    long models = repository.models(batch);
    corrections.accept(batch, publication, models, clock.instant(), audit.service());
    audit.record(
        "correction-accepted",
        Batch.subject(batch),
        Map.of("kind", CorrectionKind.FACTOR_SET, "models", models));
    accepted.fire(new PublicationAccepted(batch));
    LOG.infof("event=recalculated batch=%d models=%d", batch, models);
  }
}
