package org.carbonpublicity.reporting.edition;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Publishes editions as soon as they are complete: woken when this instance received a part of one,
 * and looking by itself for what other instances received or left unfinished.
 */
@ApplicationScoped
class MaterializationWorker {

  private static final Logger LOG = Logger.getLogger(MaterializationWorker.class);
  private static final long POLL_MILLIS = 250;
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 2_000;

  private final EditionMaterialization materialization;
  private final MeterRegistry metrics;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Thread thread = new Thread(this::loop, "materialization");
  private volatile boolean running = true;

  MaterializationWorker(EditionMaterialization materialization, MeterRegistry metrics) {
    this.materialization = materialization;
    this.metrics = metrics;
  }

  void start(@Observes StartupEvent started) {
    thread.setDaemon(true);
    thread.start();
  }

  void received(@Observes(during = TransactionPhase.AFTER_SUCCESS) EditionReceived received) {
    wakeUps.release();
  }

  /** A materialization in progress is rolled back with its connection; the next start resumes. */
  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    running = false;
    wakeUps.release();
    thread.join(TimeUnit.SECONDS.toMillis(10));
  }

  private void loop() {
    try {
      while (running) {
        if (wakeUps.tryAcquire(publishAllDue(), TimeUnit.MILLISECONDS)) {
          wakeUps.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Publishes what is due; returns how long to wait, unless woken, before looking again. */
  private long publishAllDue() {
    try {
      boolean published = true;
      while (running && published) {
        published = materialization.publishNext();
        if (published) {
          count("published");
        }
      }
      return POLL_MILLIS;
    } catch (InconsistentEditionException e) {
      count("inconsistent");
      LOG.errorf("event=edition-inconsistent reason=\"%s\"", e.getMessage());
      return PAUSE_AFTER_FAILURE_MILLIS;
    } catch (SQLException | RuntimeException e) {
      if (running) {
        count("failed");
        LOG.warnf(e, "event=edition-not-materialized reason=\"%s\"", e.getMessage());
      }
      return PAUSE_AFTER_FAILURE_MILLIS;
    }
  }

  private void count(String outcome) {
    metrics.counter("reporting.editions", "outcome", outcome).increment();
  }
}
