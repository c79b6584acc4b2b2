package org.carbonpublicity.disclosure.recalculation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import org.carbonpublicity.disclosure.batch.RecalculationWanted;
import org.carbonpublicity.disclosure.worker.StepThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The thread that recalculates batches whose review is closed; woken by that. */
@ApplicationScoped
class RecalculationWorker {

  private final StepThread thread;

  RecalculationWorker(
      RecalculationSteps steps,
      @ConfigProperty(name = "disclosure.recalculation.poll-interval") Duration pollInterval) {
    thread = new StepThread("recalculation-worker", pollInterval, steps::next);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.stop();
  }

  void wanted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecalculationWanted event) {
    thread.wake();
  }
}
