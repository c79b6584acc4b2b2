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
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.notification.Audience;
import org.carbonpublicity.disclosure.notification.Notification;
import org.carbonpublicity.disclosure.notification.NotificationKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Notifications; a fact that was told already is not told again. */
@ApplicationScoped
public class NotificationRepository {

  /** What was asked about a draft is told when its review opens: before, there is none for them. */
  private static final String VISIBLE =
      "enterprise = any (?) and batch in (select number from batch where state not in ('DRAFT',"
          + " 'PREPARING')) ";

  private static final String COLUMNS =
      "id, enterprise, kind, batch, parameters::text, at, read_at";
  private static final String SELECT = "select " + COLUMNS + " from notification where " + VISIBLE;

  private static final String RETURNING =
      " on conflict (enterprise, kind, fact) do nothing returning *)";

  /** Writes a mail to every contact of whom was told, where mails are on; answers what was told. */
  private static final String MAILED =
      ", mailed as (insert into notification_mail (notification, address, language, state, next_at)"
          + " select t.id, c.address, c.language, 'WAITING', t.at from told t join"
          + " enterprise_contact c on c.enterprise = t.enterprise where ?) select "
          + COLUMNS
          + " from told order by id";

  /** Models of a batch as they are now, and the deadline in force for each enterprise. */
  private static final String PRESENT =
      "present as (select distinct on (batch, model_code) batch, model_code, enterprise, replaces,"
          + " factor_set, methodology from footprint_revision where batch = any (?) order by batch,"
          + " model_code, revision desc), deadlines as (select b.number as batch, e.enterprise,"
          + " greatest(b.feedback_deadline, (select max(x.deadline) from deadline_extension x where"
          + " x.batch = b.number and x.enterprise = e.enterprise)) as deadline from batch b join"
          + " (select distinct batch, enterprise from present) e on e.batch = b.number)";

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

  /**
   * A deadline that an enterprise has and was not told of.
   *
   * @param unanswered models
   */
  public record Due(
      int batch, String title, String enterprise, LocalDate deadline, long unanswered) {

    /** Names this deadline and no other. */
    public String fact() {
      return Batch.subject(batch) + "/" + deadline;
    }
  }

  /**
   * Tells every enterprise that a fact about a batch concerns; one statement.
   *
   * @param parameters beside the batch's number, title and deadline and the number of models
   * @return what was told and had not been told before
   */
  public List<Notification> tellAll(
      NotificationKind kind,
      String fact,
      Audience audience,
      Map<String, String> parameters,
      Instant at) {
    return database.query(
        "with "
            + PRESENT
            + ", counted as (select p.batch, p.enterprise, case when ? then count(*) filter (where"
            + " exists (select from footprint_revision r where r.batch = p.batch and r.model_code ="
            + " p.model_code and r.revision = p.replaces and (r.factor_set, r.methodology) is"
            + " distinct from (p.factor_set, p.methodology))) else count(*)"
            + " end as models from present p group by p.batch, p.enterprise), told as (insert into"
            + " notification (enterprise, kind, fact, batch, parameters, at) select c.enterprise, ?,"
            + " ?, b.number, jsonb_strip_nulls(jsonb_build_object('batch', b.number::text, 'title',"
            + " b.title, 'deadline', d.deadline::text, 'models', c.models::text)) || ?::jsonb, ?"
            + " from counted c join batch b on b.number = c.batch join deadlines d on d.batch ="
            + " c.batch and d.enterprise = c.enterprise where c.models > 0 and (?::text is null or"
            + " c.enterprise = ?) order by c.enterprise"
            + RETURNING
            + MAILED,
        this::map,
        new Integer[] {audience.batch()},
        audience.recalculatedOnly(),
        kind.name(),
        fact,
        write(parameters),
        at.atOffset(ZoneOffset.UTC),
        audience.enterprise(),
        audience.enterprise(),
        mails);
  }

  /** Tells one enterprise; empty when it was told that before. */
  public List<Notification> tell(
      String enterprise,
      NotificationKind kind,
      String fact,
      int batch,
      Map<String, String> parameters,
      Instant at) {
    return database.query(
        "with told as (insert into notification (enterprise, kind, fact, batch, parameters, at)"
            + " values (?, ?, ?, ?, ?::jsonb, ?)"
            + RETURNING
            + MAILED,
        this::map,
        enterprise,
        kind.name(),
        fact,
        batch,
        write(parameters),
        at.atOffset(ZoneOffset.UTC),
        mails);
  }

  private String write(Map<String, String> parameters) {
    try {
      return json.writeValueAsString(parameters);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Deadlines of batches in review from one day to another of enterprises that have not answered
   * everything and were not told.
   */
  public List<Due> due(LocalDate from, LocalDate to) {
    Integer[] near =
        database
            .query(
                "select number from batch b where state = 'IN_REVIEW' and (feedback_deadline between"
                    + " ? and ? or exists (select from deadline_extension x where x.batch ="
                    + " b.number and x.deadline between ? and ?)) order by number",
                row -> row.getInt(1),
                from,
                to,
                from,
                to)
            .toArray(Integer[]::new);
    if (near.length == 0) {
      return List.of();
    }
    return database.query(
        "with "
            + PRESENT
            + " select d.batch, b.title, d.enterprise, d.deadline, count(*) from deadlines d join"
            + " batch b on b.number = d.batch join present p on p.batch = d.batch and p.enterprise ="
            + " d.enterprise where d.deadline between ? and ? and not exists (select from"
            + " review_answer a where a.batch = p.batch and a.model_code = p.model_code) and not"
            + " exists (select from notification n where n.enterprise = d.enterprise and n.kind ="
            + " 'DEADLINE_NEAR' and n.fact = 'batch/' || d.batch || '/' || d.deadline) group by"
            + " d.batch, b.title, d.enterprise, d.deadline order by d.batch, d.enterprise",
        row ->
            new Due(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getLong(5)),
        near,
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
