package org.carbonpublicity.disclosure.publication;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.disclosure.batch.PublicationAccepted;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that publishes what was accepted. It is woken by the acceptance, and looks by itself
 * now and then: a batch may have been accepted by another instance, or before a crash.
 */
@ApplicationScoped
class PublicationWorker {

  private static final Logger LOG = Logger.getLogger(PublicationWorker.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final PublicationSteps steps;
  private final Duration pollInterval;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  PublicationWorker(
      PublicationSteps steps,
      @ConfigProperty(name = "disclosure.publication.poll-interval") Duration pollInterval) {
    this.steps = steps;
    this.pollInterval = pollInterval;
  }

  void start(@Observes StartupEvent event) {
    running = true;
    Thread worker = new Thread(this::run, "publication-worker");
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

  void accepted(@Observes(during = TransactionPhase.AFTER_SUCCESS) PublicationAccepted event) {
    wake.release();
  }

  private void run() {
    while (running) {
      Duration pause = pollInterval;
      try {
        long began = System.nanoTime();
        while (running && steps.next()) {
          LOG.infof(
              "event=publication-step millis=%d",
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
          began = System.nanoTime();
        }
      } catch (RuntimeException e) {
        // Nothing is lost: the step was rolled back and will be taken again.
        LOG.error("A step of a publication failed, trying again", e);
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
