package org.carbonpublicity.disclosure.notification.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.notification.Contact;
import org.carbonpublicity.disclosure.notification.Notification;
import org.carbonpublicity.disclosure.notification.WaitingMail;

/** Contacts, and the mails that wait for them. */
@ApplicationScoped
public class MailRepository {

  private static final int LONGEST_ERROR = 500;

  private final Database database;
  private final NotificationRepository notifications;

  MailRepository(Database database, NotificationRepository notifications) {
    this.database = database;
    this.notifications = notifications;
  }

  public List<Contact> contacts(String enterprise) {
    return database.query(
        "select address, language from enterprise_contact where enterprise = ? order by address",
        row -> new Contact(row.getString(1), row.getString(2)),
        enterprise);
  }

  public void replaceContacts(String enterprise, List<Contact> contacts) {
    database.query("select 1 from enterprise where code = ? for update", row -> 1, enterprise);
    database.update("delete from enterprise_contact where enterprise = ?", enterprise);
    for (Contact contact : contacts) {
      database.update(
          "insert into enterprise_contact (enterprise, address, language) values (?, ?, ?)",
          enterprise,
          contact.address(),
          contact.language());
    }
  }

  private record Claimed(
      long id, String enterprise, String address, String language, int attempts) {}

  /** Takes the mail that has waited longest, for a while, in a transaction of its own. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<WaitingMail> claim(Instant now, Instant lease) {
    return database
        .first(
            "update notification_mail m set state = 'SENDING', attempts = attempts + 1, next_at = ?"
                + " from (select w.notification, w.address, n.enterprise from notification_mail w"
                + " join notification n on n.id = w.notification join batch b on b.number = n.batch"
                + " where w.state in ('WAITING', 'SENDING') and w.next_at <= ? and b.state <>"
                + " 'DRAFT' order by w.next_at, w.notification, w.address limit 1 for update of w"
                + " skip locked) d where m.notification = d.notification and m.address = d.address"
                + " returning m.notification, d.enterprise, m.address, m.language, m.attempts",
            row ->
                new Claimed(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5)),
            lease.atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC))
        .map(
            mail -> {
              Notification told =
                  notifications.find(mail.id(), Set.of(mail.enterprise())).orElseThrow();
              return new WaitingMail(told, mail.address(), mail.language(), mail.attempts());
            });
  }

  @Transactional(TxType.REQUIRES_NEW)
  public void sent(WaitingMail mail, Instant at) {
    database.update(
        "update notification_mail set state = 'SENT', sent_at = ?, error = null where notification ="
            + " ? and address = ?",
        at.atOffset(ZoneOffset.UTC),
        mail.notification().id(),
        mail.address());
  }

  /**
   * @param last no further attempt is worth it
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void failed(WaitingMail mail, String error, Instant nextAt, boolean last) {
    database.update(
        "update notification_mail set state = ?, next_at = ?, error = ? where notification = ? and"
            + " address = ?",
        last ? "FAILED" : "WAITING",
        nextAt.atOffset(ZoneOffset.UTC),
        error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error,
        mail.notification().id(),
        mail.address());
  }
}
