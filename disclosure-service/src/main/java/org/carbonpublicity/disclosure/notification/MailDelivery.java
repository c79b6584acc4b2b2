package org.carbonpublicity.disclosure.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.carbonpublicity.disclosure.notification.persistence.MailRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends waiting mails one by one: claimed in one transaction, sent, and ticked off in another. A
 * crash in between sends that one mail again under the same Message-ID, which is as much as SMTP
 * allows.
 */
@ApplicationScoped
class MailDelivery {

  private static final Logger LOG = Logger.getLogger(MailDelivery.class);

  /** Longer than a server takes to answer; then another instance may take over. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final int MOST_ATTEMPTS = 12;
  private static final int MOST_DOUBLINGS = 8;

  private final MailRepository repository;
  private final ReactiveMailer mailer;
  private final Clock clock;
  private final Duration retryAfter;
  private final Duration patience;

  MailDelivery(
      MailRepository repository,
      ReactiveMailer mailer,
      Clock clock,
      @ConfigProperty(name = "disclosure.mail.retry-after") Duration retryAfter,
      @ConfigProperty(name = "disclosure.mail.patience") Duration patience) {
    this.repository = repository;
    this.mailer = mailer;
    this.clock = clock;
    this.retryAfter = retryAfter;
    this.patience = patience;
  }

  /** Sends the next mail; false when none is due. */
  boolean next() {
    WaitingMail mail = repository.claim(clock.instant(), clock.instant().plus(LEASE)).orElse(null);
    if (mail == null) {
      return false;
    }
    boolean chinese = mail.language().equals("zh");
    Notification told = mail.notification();
    try {
      mailer
          .send(
              Mail.withText(
                      mail.address(),
                      told.kind().title(chinese),
                      told.kind().text(chinese, told.parameters()))
                  .addHeader("Message-ID", mail.messageId()))
          .await()
          // A server that accepts a connection and says nothing more holds up the others no longer.
          .atMost(patience);
    } catch (RuntimeException e) {
      boolean last = mail.attempts() >= MOST_ATTEMPTS;
      LOG.warnf(e, "event=mail-failed notification=%d attempt=%d", told.id(), mail.attempts());
      repository.failed(
          mail,
          String.valueOf(e.getMessage()),
          clock
              .instant()
              .plus(retryAfter.multipliedBy(1L << Math.min(mail.attempts() - 1, MOST_DOUBLINGS))),
          last);
      return true;
    }
    repository.sent(mail, clock.instant());
    return true;
  }
}
