package org.carbonpublicity.assessment.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes steps, one after another, until there is none. Whoever makes one wakes it; it also looks by
 * itself now and then, for what another instance or a crash has left. A step is a transaction: one
 * that fails is rolled back and taken again.
 */
public final class StepThread {

  private static final Logger LOG = Logger.getLogger(StepThread.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration LAST_STEP = Duration.ofSeconds(5);

  private final String name;
  private final Duration pollInterval;
  private final BooleanSupplier step;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private @Nullable Thread thread;

  /**
   * @param step takes the next step; false when there is none to take
   */
  public StepThread(String name, Duration pollInterval, BooleanSupplier step) {
    this.name = name;
    this.pollInterval = pollInterval;
    this.step = step;
  }

  public void start() {
    running = true;
    Thread worker = new Thread(this::run, name);
    worker.setDaemon(true);
    thread = worker;
    worker.start();
  }

  /** Waits a little for the present step; one that takes longer is rolled back and taken again. */
  public void stop() throws InterruptedException {
    running = false;
    wake.release();
    Thread worker = thread;
    if (worker != null) {
      worker.join(LAST_STEP.toMillis());
    }
  }

  /** There is a step to take. */
  public void wake() {
    wake.release();
  }

  private void run() {
    while (running) {
      Duration pause = pollInterval;
      try {
        while (running && step.getAsBoolean()) {
          LOG.debugf("event=step worker=%s", name);
        }
      } catch (RuntimeException e) {
        LOG.errorf(e, "event=step-failed worker=%s", name);
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
