package org.carbonpublicity.rating.simulation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.carbonpublicity.rating.worker.StepThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The thread that computes simulations, one at a time. */
@ApplicationScoped
class SimulationWorker {

  /** A fault of the moment passes within so many tries; what fails again and again is given up. */
  private static final int TRIES = 3;

  private final Simulations simulations;
  private final StepThread thread;
  private final Map<UUID, Integer> failures = new HashMap<>();

  SimulationWorker(
      Simulations simulations,
      @ConfigProperty(name = "rating.simulation.poll-interval") Duration pollInterval) {
    this.simulations = simulations;
    this.thread = new StepThread("simulation-worker", pollInterval, this::step);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.stop();
  }

  void wanted(@Observes(during = TransactionPhase.AFTER_SUCCESS) SimulationWanted event) {
    thread.wake();
  }

  private boolean step() {
    for (UUID id : simulations.waiting()) {
      if (computed(id)) {
        return true;
      }
    }
    return false;
  }

  private boolean computed(UUID id) {
    try {
      boolean computed = simulations.compute(id);
      failures.remove(id);
      return computed;
    } catch (RuntimeException e) {
      if (failures.merge(id, 1, Integer::sum) >= TRIES) {
        failures.remove(id);
        simulations.fail(id, "it could not be computed; the log of this moment says why");
      }
      throw e;
    }
  }
}
