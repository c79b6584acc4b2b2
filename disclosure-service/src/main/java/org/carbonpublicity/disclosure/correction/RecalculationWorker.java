package org.carbonpublicity.disclosure.correction;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.disclosure.correction.FactorSetCorrections.RecalculationOrdered;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that recalculates what is published. It is woken when a factor set was put in force,
 * and looks by itself now and then: a correction may have been left by another instance, or by a
 * crash.
 */
@ApplicationScoped
class RecalculationWorker {

  private static final Logger LOG = Logger.getLogger(RecalculationWorker.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final RecalculationSteps steps;
  private final Duration pollInterval;
  private final boolean enabled;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  RecalculationWorker(
      RecalculationSteps steps,
      @ConfigProperty(name = "disclosure.correction.poll-interval") Duration pollInterval,
      @ConfigProperty(name = "disclosure.correction.worker") boolean enabled) {
    this.steps = steps;
    this.pollInterval = pollInterval;
    this.enabled = enabled;
  }

  void start(@Observes StartupEvent event) {
    if (!enabled) {
      return;
    }
    running = true;
    Thread worker = new Thread(this::run, "correction-worker");
    worker.setDaemon(true);
    thread = worker;
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    wake.release();
    Thread worker = thread;
    if (worker != null) {
      // A step that takes longer is rolled back with its connection, and taken again elsewhere.
      worker.join(Duration.ofSeconds(5).toMillis());
    }
  }

  void ordered(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecalculationOrdered event) {
    wake.release();
  }

  private void run() {
    while (running) {
      Duration pause = pollInterval;
      try {
        while (running && steps.next()) {
          LOG.debug("event=recalculation-step");
        }
      } catch (RuntimeException e) {
        // Nothing is lost: the step was rolled back and will be taken again.
        LOG.error("A step of a recalculation failed, trying again", e);
        pause = PAUSE_AFTER_FAILURE;
      }
      try {
        if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      }
    }
  }
}
