package org.carbonpublicity.disclosure.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.carbonpublicity.disclosure.worker.StepThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The thread that looks for deadlines that have come near. */
@ApplicationScoped
class DeadlineWorker {

  private static final Logger LOG = Logger.getLogger(DeadlineWorker.class);

  private final Notifications notifications;
  private final StepThread thread;

  DeadlineWorker(
      Notifications notifications,
      @ConfigProperty(name = "disclosure.notifications.deadline-poll-interval")
          Duration pollInterval) {
    this.notifications = notifications;
    thread = new StepThread("deadline-worker", pollInterval, this::look);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.stop();
  }

  private boolean look() {
    int told = notifications.tellNearDeadlines();
    if (told > 0) {
      LOG.infof("event=deadlines-near notifications=%d", told);
    }
    // All that are near now were told.
    return false;
  }
}
