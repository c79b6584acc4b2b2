package org.carbonpublicity.assessment.training.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.jdbc.Database;
import org.carbonpublicity.assessment.training.Attendee;
import org.carbonpublicity.assessment.training.ExamResult;
import org.carbonpublicity.assessment.training.Participant;
import org.carbonpublicity.assessment.training.SessionPlan;
import org.carbonpublicity.assessment.training.SessionState;
import org.carbonpublicity.assessment.training.TrainingSession;
import org.jspecify.annotations.Nullable;

/** Sessions and participants. Lock the session before writing. */
@ApplicationScoped
public class TrainingRepository {

  private static final String ADD =
      """
      insert into training_session (id, title, title_zh, starts_on, ends_on, place, valid_months,
        capacity, state, created_at, created_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?)""";
  private static final String CHANGE =
      """
      update training_session set title = ?, title_zh = ?, starts_on = ?, ends_on = ?, place = ?,
        valid_months = ?, capacity = ?
      where id = ?""";
  private static final String SESSIONS =
      """
      select s.id, s.number, s.title, s.title_zh, s.starts_on, s.ends_on, s.place, s.valid_months,
        s.capacity, s.state, s.created_at,
        (select count(*) from training_participant p where p.session = s.id) as participants
      from training_session s
      """;
  private static final String REGISTER =
      """
      insert into training_participant (id, session, enterprise, name, personal_key,
        registered_at, registered_by)
      values (?, ?, ?, ?, ?, ?, ?)""";
  private static final String PARTICIPANTS =
      """
      select p.id, p.number, p.session, p.enterprise, e.name as enterprise_name, p.name,
        p.personal_key, p.attended, p.points, p.passed, c.number as certificate, p.registered_at
      from training_participant p
      join enterprise e on e.code = p.enterprise
      left join training_certificate c on c.participant = p.id
      """;
  private static final String ENTER =
      "update training_participant set attended = ?, points = ?, passed = ? where id = ?";

  private final Database database;

  TrainingRepository(Database database) {
    this.database = database;
  }

  public UUID add(SessionPlan plan, Instant now, String actor) {
    UUID id = UUID.randomUUID();
    database.update(
        ADD,
        id,
        plan.title(),
        plan.titleZh(),
        plan.startsOn(),
        plan.endsOn(),
        plan.place(),
        plan.validMonths(),
        plan.capacity(),
        now.atOffset(ZoneOffset.UTC),
        actor);
    return id;
  }

  public void change(UUID id, SessionPlan plan) {
    database.update(
        CHANGE,
        plan.title(),
        plan.titleZh(),
        plan.startsOn(),
        plan.endsOn(),
        plan.place(),
        plan.validMonths(),
        plan.capacity(),
        id);
  }

  public Optional<TrainingSession> find(UUID id) {
    return database.first(SESSIONS + "where s.id = ?", TrainingRepository::session, id);
  }

  /** The session, locked until the transaction ends. */
  public Optional<TrainingSession> lock(UUID id) {
    database.query("select 1 from training_session where id = ? for update", row -> 1, id);
    return find(id);
  }

  public List<TrainingSession> list(@Nullable SessionState state, long afterNumber, int limit) {
    return database.query(
        SESSIONS
            + "where s.number > ? and (?::text is null or s.state = ?) order by s.number limit ?",
        TrainingRepository::session,
        afterNumber,
        state == null ? null : state.name(),
        state == null ? null : state.name(),
        limit);
  }

  public void move(UUID id, SessionState state) {
    database.update("update training_session set state = ? where id = ?", state.name(), id);
  }

  public void register(UUID session, Attendee attendee, Instant now, String actor) {
    database.update(
        REGISTER,
        UUID.randomUUID(),
        session,
        attendee.enterprise(),
        attendee.name(),
        attendee.personalKey(),
        now.atOffset(ZoneOffset.UTC),
        actor);
  }

  public Optional<Participant> participant(UUID session, UUID id) {
    return database.first(
        PARTICIPANTS + "where p.session = ? and p.id = ?",
        TrainingRepository::participant,
        session,
        id);
  }

  /** Whether there was one. */
  public boolean remove(UUID session, UUID id) {
    return database.update(
            "delete from training_participant where session = ? and id = ?", session, id)
        == 1;
  }

  /** Enterprise and personal key of all who are registered. */
  public List<List<String>> keys(UUID session) {
    return database.query(
        "select enterprise, personal_key from training_participant where session = ?",
        row -> List.of(row.getString(1), row.getString(2)),
        session);
  }

  /** The last so many who were registered, in order. */
  public List<Participant> latest(UUID session, int count) {
    return database.query(
        PARTICIPANTS
            + "where p.session = ? order by p.number offset greatest(0, (select count(*) - ?"
            + " from training_participant where session = ?))",
        TrainingRepository::participant,
        session,
        count,
        session);
  }

  public List<Participant> participantsAfter(
      UUID session, @Nullable Set<String> enterprises, long afterNumber, int limit) {
    StringBuilder where = new StringBuilder("where p.session = ? and p.number > ?");
    List<@Nullable Object> arguments = new ArrayList<>(List.of(session, afterNumber));
    if (enterprises != null) {
      where.append(" and p.enterprise = any(?)");
      arguments.add(enterprises.toArray(String[]::new));
    }
    where.append(" order by p.number limit ?");
    arguments.add(limit);
    return database.query(
        PARTICIPANTS + where, TrainingRepository::participant, arguments.toArray());
  }

  public void enter(ExamResult result) {
    database.update(
        ENTER, result.attended(), result.points(), result.passed(), result.participant());
  }

  private static TrainingSession session(ResultSet row) throws SQLException {
    return new TrainingSession(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        new SessionPlan(
            row.getString("title"),
            row.getString("title_zh"),
            row.getObject("starts_on", LocalDate.class),
            row.getObject("ends_on", LocalDate.class),
            row.getString("place"),
            row.getInt("valid_months"),
            row.getInt("capacity")),
        SessionState.valueOf(row.getString("state")),
        row.getInt("participants"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Participant participant(ResultSet row) throws SQLException {
    return new Participant(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getObject("session", UUID.class),
        row.getString("enterprise"),
        row.getString("enterprise_name"),
        row.getString("name"),
        row.getString("personal_key"),
        row.getObject("attended", Boolean.class),
        row.getBigDecimal("points"),
        row.getObject("passed", Boolean.class),
        row.getString("certificate"),
        row.getObject("registered_at", OffsetDateTime.class).toInstant());
  }
}
