package org.carbonpublicity.disclosure.recalculation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.Publications;
import org.carbonpublicity.disclosure.batch.persistence.BatchRepository;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.FactorSets;
import org.carbonpublicity.disclosure.footprint.Footprint;
import org.carbonpublicity.disclosure.footprint.FootprintCalculation;
import org.carbonpublicity.disclosure.footprint.ImplausibleVehicleException;
import org.carbonpublicity.disclosure.notification.Notifications;
import org.carbonpublicity.disclosure.outlier.Outliers;
import org.carbonpublicity.disclosure.recalculation.persistence.RecalculationRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calculates anew what rests on other factors than the ones in force, in steps: each is one
 * transaction that gives the next models their revision and remembers how far it came, so that a
 * crash costs one step and doubles nothing.
 */
@ApplicationScoped
class RecalculationSteps {

  private final RecalculationRepository repository;
  private final BatchRepository batches;
  private final Publications publications;
  private final FactorSets factorSets;
  private final Outliers outliers;
  private final Notifications notifications;
  private final Clock clock;
  private final int modelsPerStep;

  RecalculationSteps(
      RecalculationRepository repository,
      BatchRepository batches,
      Publications publications,
      FactorSets factorSets,
      Outliers outliers,
      Notifications notifications,
      Clock clock,
      @ConfigProperty(name = "disclosure.recalculation.models-per-transaction") int modelsPerStep) {
    this.repository = repository;
    this.batches = batches;
    this.publications = publications;
    this.factorSets = factorSets;
    this.outliers = outliers;
    this.notifications = notifications;
    this.clock = clock;
    this.modelsPerStep = modelsPerStep;
  }

  /** Takes the next step; false when there is none to take. */
  @Transactional(TxType.REQUIRES_NEW)
  boolean next() {
    Optional<Recalculation> next = repository.next();
    next.ifPresent(this::take);
    return next.isPresent();
  }

  private void take(Recalculation work) {
    FactorSet active = factorSets.active();
    FootprintCalculation calculation = new FootprintCalculation(active);
    List<StaleModel> models =
        repository.models(work, active.id(), FootprintCalculation.METHODOLOGY, modelsPerStep);
    long revised = 0;
    for (StaleModel model : models) {
      revised += revise(work, model, calculation) ? 1 : 0;
    }
    String last = models.isEmpty() ? work.cursor() : models.get(models.size() - 1).code();
    batches.recalculated(work.batch(), last, revised);
    if (models.size() < modelsPerStep) {
      Batch batch = batches.find(work.batch()).orElseThrow();
      publications.recalculated(batch, work.actor());
      outliers.requestScan(work.batch());
      notifications.recalculated(work.batch(), active.id());
    }
  }

  private boolean revise(Recalculation work, StaleModel model, FootprintCalculation calculation) {
    try {
      Footprint footprint = calculation.calculate(model.vehicle());
      return repository.revise(work, model, footprint, clock.instant());
    } catch (ImplausibleVehicleException e) {
      // One vehicle does not hold up a batch: it keeps its number, and the analyst is told.
      repository.refuse(work, model, calculation.factorSet(), String.valueOf(e.getMessage()));
      return false;
    }
  }
}
