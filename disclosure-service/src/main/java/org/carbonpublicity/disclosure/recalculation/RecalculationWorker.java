package org.carbonpublicity.disclosure.recalculation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.disclosure.batch.RecalculationWanted;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that recalculates. It is woken when a batch needs it, and looks by itself now and
 * then: a batch may have been left by another instance, or by a crash.
 */
@ApplicationScoped
class RecalculationWorker {

  private static final Logger LOG = Logger.getLogger(RecalculationWorker.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final RecalculationSteps steps;
  private final Duration pollInterval;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  RecalculationWorker(
      RecalculationSteps steps,
      @ConfigProperty(name = "disclosure.recalculation.poll-interval") Duration pollInterval) {
    this.steps = steps;
    this.pollInterval = pollInterval;
  }

  void start(@Observes StartupEvent event) {
    running = true;
    Thread worker = new Thread(this::run, "recalculation-worker");
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

  void wanted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecalculationWanted event) {
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
