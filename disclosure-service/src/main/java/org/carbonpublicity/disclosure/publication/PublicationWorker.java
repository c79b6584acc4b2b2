package org.carbonpublicity.disclosure.publication;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.disclosure.batch.PublicationAccepted;
import org.carbonpublicity.disclosure.worker.StepThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The thread that publishes accepted batches; woken by their acceptance. */
@ApplicationScoped
class PublicationWorker {

  private static final Logger LOG = Logger.getLogger(PublicationWorker.class);

  private final PublicationSteps steps;
  private final StepThread thread;

  PublicationWorker(
      PublicationSteps steps,
      @ConfigProperty(name = "disclosure.publication.poll-interval") Duration pollInterval) {
    this.steps = steps;
    thread = new StepThread("publication-worker", pollInterval, this::step);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.stop();
  }

  void accepted(@Observes(during = TransactionPhase.AFTER_SUCCESS) PublicationAccepted event) {
    thread.wake();
  }

  private boolean step() {
    long began = System.nanoTime();
    boolean taken = steps.next();
    if (taken) {
      LOG.infof(
          "event=publication-step millis=%d",
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }
    return taken;
  }
}
