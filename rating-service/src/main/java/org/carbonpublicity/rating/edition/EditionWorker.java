package org.carbonpublicity.rating.edition;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.rating.edition.EditionSteps.Step;
import org.carbonpublicity.rating.edition.persistence.DuplicateModelsException;
import org.carbonpublicity.rating.edition.persistence.EditionComputation.Duplicates;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.publication.PublicationCompleted;
import org.carbonpublicity.rating.scheme.SchemeActivated;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that makes editions. It is woken by what makes one due, and looks by itself now and
 * then: the cause may have come through another instance, or before a crash.
 */
@ApplicationScoped
class EditionWorker {

  private static final Logger LOG = Logger.getLogger(EditionWorker.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final EditionSteps steps;
  private final EditionRepository editions;
  private final MeterRegistry meters;
  private final Duration pollInterval;
  private final boolean enabled;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  EditionWorker(
      EditionSteps steps,
      EditionRepository editions,
      MeterRegistry meters,
      @ConfigProperty(name = "rating.edition.poll-interval") Duration pollInterval,
      @ConfigProperty(name = "rating.edition.worker", defaultValue = "true") boolean enabled) {
    this.steps = steps;
    this.editions = editions;
    this.meters = meters;
    this.pollInterval = pollInterval;
    this.enabled = enabled;
  }

  void start(@Observes StartupEvent event) {
    if (!enabled) {
      return;
    }
    running = true;
    Thread worker = new Thread(this::run, "edition-worker");
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

  void publicationCompleted(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) PublicationCompleted event) {
    wake.release();
  }

  void schemeActivated(@Observes(during = TransactionPhase.AFTER_SUCCESS) SchemeActivated event) {
    wake.release();
  }

  private void run() {
    Duplicates duplicates = Duplicates.NONE_EXPECTED;
    while (running) {
      Duration pause = pollInterval;
      try {
        while (running && step(duplicates) != Step.NOTHING) {
          duplicates = Duplicates.NONE_EXPECTED;
        }
      } catch (DuplicateModelsException e) {
        LOG.warnf(
            "A publication holds a model twice, taking the latest revision: %s", e.getMessage());
        duplicates = Duplicates.REMOVE;
        pause = Duration.ZERO;
      } catch (RuntimeException | Error e) {
        // Nothing is lost: the step was rolled back and will be taken again.
        meters.counter("rating.edition.failures").increment();
        LOG.error("A step of an edition failed, trying again", e);
        pause = PAUSE_AFTER_FAILURE;
      }
      await(pause);
    }
  }

  private Step step(Duplicates duplicates) {
    Timer.Sample sample = Timer.start(meters);
    Step step = steps.next(duplicates);
    if (step == Step.NOTHING) {
      return step;
    }
    long nanos = sample.stop(meters.timer("rating.edition.step", "step", step.name()));
    LOG.infof("step=%s millis=%d", step, TimeUnit.NANOSECONDS.toMillis(nanos));
    if (step == Step.COMPLETED) {
      editions.analyseLast();
    }
    return step;
  }

  private void await(Duration pause) {
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
