package org.carbonpublicity.disclosure.outlier;

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

/** The thread that scans batches; woken by a change, and looks by itself now and then. */
@ApplicationScoped
class OutlierWorker {

  private static final Logger LOG = Logger.getLogger(OutlierWorker.class);

  private final OutlierScan scan;
  private final Duration pollInterval;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  OutlierWorker(
      OutlierScan scan,
      @ConfigProperty(name = "disclosure.outliers.poll-interval") Duration pollInterval) {
    this.scan = scan;
    this.pollInterval = pollInterval;
  }

  void start(@Observes StartupEvent event) {
    running = true;
    Thread worker = new Thread(this::run, "outlier-worker");
    worker.setDaemon(true);
    thread = worker;
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    wake.release();
    Thread worker = thread;
    if (worker != null) {
      // A scan that takes longer is rolled back with its connection, and done again.
      worker.join(Duration.ofSeconds(5).toMillis());
    }
  }

  void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) ScanRequested event) {
    wake.release();
  }

  private void run() {
    while (running) {
      try {
        long began = System.nanoTime();
        while (running && scan.next()) {
          LOG.infof(
              "event=outlier-scan millis=%d",
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
          began = System.nanoTime();
        }
      } catch (RuntimeException e) {
        // The request is still there.
        LOG.error("A scan for outliers failed, trying again", e);
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
}
