package org.carbonpublicity.disclosure.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.carbonpublicity.disclosure.worker.StepThread;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The thread that sends mails, where they are switched on. */
@ApplicationScoped
class MailWorker {

  private final boolean enabled;
  private final StepThread thread;

  MailWorker(
      MailDelivery delivery,
      @ConfigProperty(name = "disclosure.mail.poll-interval") Duration pollInterval,
      @ConfigProperty(name = "disclosure.mail.enabled") boolean enabled) {
    this.enabled = enabled;
    thread = new StepThread("mail-worker", pollInterval, delivery::next);
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.stop();
  }
}
