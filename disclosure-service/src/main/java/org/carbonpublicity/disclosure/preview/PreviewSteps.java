package org.carbonpublicity.disclosure.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.disclosure.footprint.FootprintCalculation;
import org.carbonpublicity.disclosure.footprint.ImplausibleVehicleException;
import org.carbonpublicity.disclosure.footprint.VehicleSpecification;
import org.carbonpublicity.disclosure.preview.persistence.PreviewRepository;
import org.carbonpublicity.disclosure.preview.persistence.PreviewRepository.Changes;
import org.carbonpublicity.disclosure.preview.persistence.PreviewRepository.NextModel;
import org.carbonpublicity.disclosure.preview.persistence.PreviewRepository.Published;
import org.carbonpublicity.disclosure.preview.persistence.PreviewRepository.Running;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calculates previews in steps: each is one transaction that recalculates the next models and
 * remembers how far it came, so that a crash costs one step. Memory holds one step, whatever the
 * population.
 */
@ApplicationScoped
class PreviewSteps {

  private static final int ATTEMPTS = 5;

  private final PreviewRepository repository;
  private final Clock clock;
  private final int modelsPerStep;

  PreviewSteps(
      PreviewRepository repository,
      Clock clock,
      @ConfigProperty(name = "disclosure.preview.models-per-transaction") int modelsPerStep) {
    this.repository = repository;
    this.clock = clock;
    this.modelsPerStep = modelsPerStep;
  }

  /**
   * Takes the next step of the oldest preview that no other instance is at; false when there is
   * none.
   *
   * @throws StepFailedException when it was rolled back
   */
  @Transactional(TxType.REQUIRES_NEW)
  boolean next() {
    Running running = repository.claim().orElse(null);
    if (running == null) {
      return false;
    }
    try {
      take(running);
      return true;
    } catch (RuntimeException e) {
      throw new StepFailedException(running.id(), e);
    }
  }

  /** Counts a failure; after some in a row the preview is given up. */
  @Transactional(TxType.REQUIRES_NEW)
  void failed(UUID preview, String why) {
    repository.failed(preview, why, ATTEMPTS, clock.instant());
  }

  private void take(Running running) {
    FootprintCalculation calculation = new FootprintCalculation(running.set());
    long population = running.population() == null ? repository.population() : running.population();
    List<NextModel> models = repository.next(running.cursor(), modelsPerStep);
    Changes changes = new Changes();
    long notRecalculable = 0;
    long implausible = 0;
    for (NextModel model : models) {
      Published published = model.published();
      if (published == null) {
        continue;
      }
      VehicleSpecification vehicle = published.vehicle();
      if (vehicle == null) {
        notRecalculable++;
        continue;
      }
      try {
        changes.add(
            published.powertrain(),
            published.enterprise(),
            calculation.calculate(vehicle).gramsPerKm().subtract(published.gramsPerKm()));
      } catch (ImplausibleVehicleException e) {
        implausible++;
      }
    }
    repository.store(running.id(), changes);
    repository.advance(
        running.id(),
        population,
        models.isEmpty() ? running.cursor() : models.get(models.size() - 1).modelCode(),
        changes.size(),
        notRecalculable,
        implausible);
    if (models.size() < modelsPerStep) {
      repository.complete(running.id(), clock.instant());
    }
  }
}
