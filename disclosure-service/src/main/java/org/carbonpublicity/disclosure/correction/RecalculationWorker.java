package org.carbonpublicity.disclosure.correction;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import org.carbonpublicity.disclosure.correction.FactorSetCorrections.RecalculationOrdered;
import org.carbonpublicity.disclosure.worker.StepThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The thread that recalculates what is published under a factor set that was put in force. */
@ApplicationScoped
class RecalculationWorker {

  private final boolean enabled;
  private final StepThread thread;

  RecalculationWorker(
      RecalculationSteps steps,
      @ConfigProperty(name = "disclosure.correction.poll-interval") Duration pollInterval,
      @ConfigProperty(name = "disclosure.correction.worker") boolean enabled) {
    this.enabled = enabled;
    thread = new StepThread("correction-worker", pollInterval, steps::next);
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.stop();
  }

  void ordered(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecalculationOrdered event) {
    thread.wake();
  }
}
