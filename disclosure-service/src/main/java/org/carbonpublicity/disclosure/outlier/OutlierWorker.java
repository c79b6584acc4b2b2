package org.carbonpublicity.disclosure.outlier;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.disclosure.worker.StepThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The thread that scans batches; woken by a change of their models. */
@ApplicationScoped
class OutlierWorker {

  private static final Logger LOG = Logger.getLogger(OutlierWorker.class);

  private final OutlierScan scan;
  private final StepThread thread;

  OutlierWorker(
      OutlierScan scan,
      @ConfigProperty(name = "disclosure.outliers.poll-interval") Duration pollInterval) {
    this.scan = scan;
    thread = new StepThread("outlier-worker", pollInterval, this::step);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.stop();
  }

  void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) ScanRequested event) {
    thread.wake();
  }

  private boolean step() {
    long began = System.nanoTime();
    boolean taken = scan.next();
    if (taken) {
      LOG.infof(
          "event=outlier-scan millis=%d", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }
    return taken;
  }
}
