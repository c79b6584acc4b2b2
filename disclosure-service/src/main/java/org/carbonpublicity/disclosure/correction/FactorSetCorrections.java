package org.carbonpublicity.disclosure.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.correction.persistence.CorrectionRepository;
import org.carbonpublicity.disclosure.footprint.FactorSetActivated;

/**
 * Opens a correction when a factor set is put in force, in the same transaction; the recalculation
 * itself follows in steps.
 */
@ApplicationScoped
public class FactorSetCorrections {

  private final CorrectionRepository repository;
  private final Event<RecalculationOrdered> ordered;
  private final Audit audit;
  private final Clock clock;

  FactorSetCorrections(
      CorrectionRepository repository,
      Event<RecalculationOrdered> ordered,
      Audit audit,
      Clock clock) {
    this.repository = repository;
    this.ordered = ordered;
    this.audit = audit;
    this.clock = clock;
  }

  /** A published population waits for its recalculation; told after the commit. */
  public record RecalculationOrdered(int batch) {}

  @Transactional(TxType.MANDATORY)
  void activated(@Observes FactorSetActivated event) {
    int batch =
        repository.open(
            CorrectionKind.FACTOR_SET,
            "Factor set " + event.id() + " was put in force",
            event.id(),
            clock.instant(),
            audit.service());
    ordered.fire(new RecalculationOrdered(batch));
  }
}
