package org.carbonpublicity.disclosure.preview;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that calculates previews. It is woken by a request, and looks by itself now and then:
 * a preview may have been asked for elsewhere, or left behind by a crash.
 */
@ApplicationScoped
class PreviewWorker {

  private static final Logger LOG = Logger.getLogger(PreviewWorker.class);

  private final PreviewSteps steps;
  private final Duration pollInterval;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  PreviewWorker(
      PreviewSteps steps,
      @ConfigProperty(name = "disclosure.preview.poll-interval") Duration pollInterval) {
    this.steps = steps;
    this.pollInterval = pollInterval;
  }

  void start(@Observes StartupEvent event) {
    running = true;
    Thread worker = new Thread(this::run, "preview-worker");
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

  void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) PreviewRequested event) {
    wake.release();
  }

  private void run() {
    while (running) {
      try {
        while (running && steps.next()) {
          LOG.debug("event=preview-step");
        }
      } catch (StepFailedException e) {
        LOG.error("A step of a preview failed", e);
        giveUpAfterSome(e);
      } catch (RuntimeException e) {
        // Nothing is lost: the step was rolled back and will be taken again.
        LOG.error("Previews cannot be calculated, trying again", e);
      }
      try {
        if (wake.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      }
    }
  }

  private void giveUpAfterSome(StepFailedException failure) {
    try {
      steps.failed(failure.preview(), String.valueOf(failure.getCause()));
    } catch (RuntimeException e) {
      LOG.error("The failure of a preview could not be noted", e);
    }
  }
}
