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

/** The thread that sends mails, where they are switched on. */
@ApplicationScoped
class MailWorker {

  private static final Logger LOG = Logger.getLogger(MailWorker.class);

  private final MailDelivery delivery;
  private final boolean enabled;
  private final Duration pollInterval;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable Thread thread;

  MailWorker(
      MailDelivery delivery,
      @ConfigProperty(name = "disclosure.mail.enabled") boolean enabled,
      @ConfigProperty(name = "disclosure.mail.poll-interval") Duration pollInterval) {
    this.delivery = delivery;
    this.enabled = enabled;
    this.pollInterval = pollInterval;
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      Thread worker = new Thread(this::run, "mail-worker");
      worker.setDaemon(true);
      thread = worker;
      worker.start();
    }
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
        send();
      } while (!stopping.await(pollInterval.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send() {
    try {
      while (stopping.getCount() > 0 && delivery.next()) {
        // One after another: a register writes some hundred mails, not a million.
      }
    } catch (RuntimeException e) {
      LOG.error("Sending mails failed, trying again", e);
    }
  }
}
