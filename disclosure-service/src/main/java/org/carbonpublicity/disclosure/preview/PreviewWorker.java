package org.carbonpublicity.disclosure.preview;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import org.carbonpublicity.disclosure.worker.StepThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The thread that calculates previews; woken by a request for one. */
@ApplicationScoped
class PreviewWorker {

  private static final Logger LOG = Logger.getLogger(PreviewWorker.class);

  private final PreviewSteps steps;
  private final StepThread thread;

  PreviewWorker(
      PreviewSteps steps,
      @ConfigProperty(name = "disclosure.preview.poll-interval") Duration pollInterval) {
    this.steps = steps;
    thread = new StepThread("preview-worker", pollInterval, this::step);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.stop();
  }

  void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) PreviewRequested event) {
    thread.wake();
  }

  private boolean step() {
    try {
      return steps.next();
    } catch (StepFailedException e) {
      giveUpAfterSome(e);
      throw e;
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
