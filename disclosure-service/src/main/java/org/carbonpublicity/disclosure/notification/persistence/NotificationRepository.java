package org.carbonpublicity.disclosure.notification.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.notification.Notification;
import org.carbonpublicity.disclosure.notification.NotificationKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Notifications; a fact that was told already is not told again. */
@ApplicationScoped
public class NotificationRepository {

  /** What was asked about a draft is told when its review opens: before, there is none for them. */
  private static final String VISIBLE =
      "enterprise = any (?) and batch in (select number from batch where state <> 'DRAFT') ";

  private static final String SELECT =
      "select id, enterprise, kind, batch, parameters::text, at, read_at from notification where "
          + VISIBLE;

  /** Writes a mail to every contact of whom was told, where mails are on; answers who was told. */
  private static final String MAILED =
      ", mailed as (insert into notification_mail (notification, address, language, state, next_at)"
          + " select t.id, c.address, c.language, 'WAITING', t.at from told t join"
          + " enterprise_contact c on c.enterprise = t.enterprise where ?) select count(*) from told";

  private final Database database;
  private final ObjectMapper json;
  private final boolean mails;

  NotificationRepository(
      Database database,
      ObjectMapper json,
      @ConfigProperty(name = "disclosure.mail.enabled") boolean mails) {
    this.database = database;
    this.json = json;
    this.mails = mails;
  }

  /** A batch in review and its deadline. */
  public record Due(int batch, LocalDate deadline) {}

  /** Tells every enterprise that has models in the batch; one statement. */
  public int tellAll(NotificationKind kind, String fact, int batch, Instant at) {
    return Math.toIntExact(
        database.count(
            "with told as (insert into notification (enterprise, kind, fact, batch, parameters, at)"
                + " select f.enterprise, ?, ?, b.number, jsonb_strip_nulls(jsonb_build_object("
                + "'batch', b.number::text, 'title', b.title, 'deadline',"
                + " b.feedback_deadline::text, 'models', count(*)::text)), ? from (select distinct"
                + " on (model_code) model_code, enterprise from footprint_revision where batch = ?"
                + " order by model_code, revision desc) f, batch b where b.number = ? group by"
                + " f.enterprise, b.number, b.title, b.feedback_deadline order by f.enterprise on"
                + " conflict (enterprise, kind, fact) do nothing returning id, enterprise, at)"
                + MAILED,
            kind.name(),
            fact,
            at.atOffset(ZoneOffset.UTC),
            batch,
            batch,
            mails));
  }

  public void tell(
      String enterprise,
      NotificationKind kind,
      String fact,
      int batch,
      Map<String, String> parameters,
      Instant at) {
    try {
      database.count(
          "with told as (insert into notification (enterprise, kind, fact, batch, parameters, at)"
              + " values (?, ?, ?, ?, ?::jsonb, ?) on conflict (enterprise, kind, fact) do nothing"
              + " returning id, enterprise, at)"
              + MAILED,
          enterprise,
          kind.name(),
          fact,
          batch,
          json.writeValueAsString(parameters),
          at.atOffset(ZoneOffset.UTC),
          mails);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Batches in review whose deadline is from one day to another and was not told of. */
  public List<Due> due(LocalDate from, LocalDate to) {
    return database.query(
        "select number, feedback_deadline from batch b where state = 'IN_REVIEW' and"
            + " feedback_deadline between ? and ? and not exists (select from notification n where"
            + " n.batch = b.number and n.kind = 'DEADLINE_NEAR' and n.fact = 'batch/' || b.number ||"
            + " '/' || b.feedback_deadline) order by number",
        row -> new Due(row.getInt(1), row.getObject(2, LocalDate.class)),
        from,
        to);
  }

  /** Notifications of the enterprises, the newest first, before a place. */
  public List<Notification> list(
      Set<String> enterprises, boolean unreadOnly, long before, int limit) {
    return database.query(
        SELECT + "and id < ? and (read_at is null or not ?) order by id desc limit ?",
        this::map,
        codes(enterprises),
        before,
        unreadOnly,
        limit);
  }

  public long unread(Set<String> enterprises) {
    return database.count(
        "select count(*) from notification where " + VISIBLE + "and read_at is null",
        (Object) codes(enterprises));
  }

  public Optional<Notification> find(long id, Set<String> enterprises) {
    return database.first(SELECT + "and id = ?", this::map, codes(enterprises), id);
  }

  public void markRead(long id, Set<String> enterprises, String actor, Instant at) {
    database.update(
        "update notification set read_at = ?, read_by = ? where read_at is null and id = ? and "
            + VISIBLE,
        at.atOffset(ZoneOffset.UTC),
        actor,
        id,
        codes(enterprises));
  }

  private static String[] codes(Set<String> enterprises) {
    return enterprises.toArray(String[]::new);
  }

  private Notification map(ResultSet row) throws SQLException {
    OffsetDateTime read = row.getObject(7, OffsetDateTime.class);
    try {
      return new Notification(
          row.getLong(1),
          row.getString(2),
          NotificationKind.valueOf(row.getString(3)),
          row.getInt(4),
          json.readValue(row.getString(5), new TypeReference<Map<String, String>>() {}),
          row.getObject(6, OffsetDateTime.class).toInstant(),
          read == null ? null : read.toInstant());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
