package org.carbonpublicity.disclosure.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The thread that looks for deadlines that have come near. */
@ApplicationScoped
class DeadlineWorker {

  private static final Logger LOG = Logger.getLogger(DeadlineWorker.class);

  private final Notifications notifications;
  private final Duration pollInterval;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable Thread thread;

  DeadlineWorker(
      Notifications notifications,
      @ConfigProperty(name = "disclosure.notifications.deadline-poll-interval")
          Duration pollInterval) {
    this.notifications = notifications;
    this.pollInterval = pollInterval;
  }

  void start(@Observes StartupEvent event) {
    Thread worker = new Thread(this::run, "deadline-worker");
    worker.setDaemon(true);
    thread = worker;
    worker.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    Thread worker = thread;
    if (worker != null) {
      worker.join(Duration.ofSeconds(5).toMillis());
    }
  }

  private void run() {
    try {
      do {
        look();
      } while (!stopping.await(pollInterval.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      int told = notifications.tellNearDeadlines();
      if (told > 0) {
        LOG.infof("event=deadlines-near notifications=%d", told);
      }
    } catch (RuntimeException e) {
      LOG.error("Looking for near deadlines failed, trying again", e);
    }
  }
}
