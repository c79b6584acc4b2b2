package org.carbonpublicity.assessment.carbontarget.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.carbontarget.Boundary;
import org.carbonpublicity.assessment.carbontarget.CarbonTarget;
import org.carbonpublicity.assessment.carbontarget.CheckpointReport;
import org.carbonpublicity.assessment.carbontarget.Expert;
import org.carbonpublicity.assessment.carbontarget.HistoryEntry;
import org.carbonpublicity.assessment.carbontarget.TargetDefinition;
import org.carbonpublicity.assessment.carbontarget.TargetFact;
import org.carbonpublicity.assessment.carbontarget.TargetFilter;
import org.carbonpublicity.assessment.carbontarget.TargetScope;
import org.carbonpublicity.assessment.carbontarget.TargetState;
import org.carbonpublicity.assessment.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Targets. Lock the enterprise before writing. */
@ApplicationScoped
public class TargetRepository {

  private static final String ADD =
      """
      insert into carbon_target (id, enterprise, scope, boundary, stage, state, next_due_on,
        committed_at, committed_by, submission_due_on)
      values (?, ?, ?, ?::jsonb, 'COMMITTED', 'COMMITTED', ?, ?, ?, ?)""";
  private static final String DEFINE =
      """
      insert into carbon_target_definition (target, revision, definition, saved_at, saved_by)
      select ?, coalesce(max(revision), 0) + 1, ?::jsonb, ?, ?
      from carbon_target_definition where target = ?""";
  private static final String SUBMIT =
      """
      update carbon_target set stage = 'SUBMITTED', round = round + 1, submitted_at = ?,
        approvals_needed = null
      where id = ?""";
  private static final String DROP_PANEL =
      "delete from carbon_target_expert where target = ? and round = ? and vote is null";
  private static final String NAME =
      """
      insert into carbon_target_expert (target, round, subject) values (?, ?, ?)
      on conflict do nothing""";
  private static final String VOTE =
      """
      update carbon_target_expert set vote = ?, reason = ?, voted_at = ?
      where target = ? and round = ? and subject = ?""";
  private static final String REPORT =
      """
      insert into carbon_target_report (target, year, revision, value, evidence, comment,
        reported_at, reported_by)
      values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)""";
  private static final String SETTLE =
      """
      update carbon_target set state = ?, next_due_on = ?, version = version + 1
      where id = ?""";
  private static final String REMEMBER =
      """
      insert into carbon_target_history (target, number, fact, state, detail, actor, at)
      select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?
      from carbon_target_history where target = ?""";
  private static final String HISTORY =
      """
      select number, fact, state, detail, actor, at from carbon_target_history
      where target = ? order by number""";
  private static final String NEXT_OVERDUE =
      """
      select id from carbon_target where next_due_on < ? and state <> 'OVERDUE'
      order by next_due_on, number limit 1""";

  private static final String VISIBLE =
      """
      and (t.published_at is not null or t.enterprise = any(?) or exists (
        select 1 from carbon_target_expert x
        where x.target = t.id and x.round = t.round and x.subject = ?))""";

  private final Database database;
  private final TargetRows rows;
  private final StoredJson json;

  TargetRepository(Database database, TargetRows rows, StoredJson json) {
    this.database = database;
    this.rows = rows;
    this.json = json;
  }

  public UUID add(
      String enterprise,
      TargetScope scope,
      Boundary boundary,
      Instant now,
      String actor,
      LocalDate submissionDueOn) {
    UUID id = UUID.randomUUID();
    database.update(
        ADD,
        id,
        enterprise,
        scope.name(),
        json.write(boundary),
        submissionDueOn,
        moment(now),
        actor,
        submissionDueOn);
    return id;
  }

  public Optional<CarbonTarget> find(UUID id) {
    return rows.read(" where t.id = ?", id).stream().findFirst();
  }

  /** A target that is there. */
  public CarbonTarget get(UUID id) {
    return find(id).orElseThrow();
  }

  /** Targets by their state of a day, whether or not the worker has seen to them. */
  public List<CarbonTarget> list(
      TargetFilter filter, LocalDate today, long afterNumber, int limit) {
    StringBuilder where = new StringBuilder(" where t.number > ?");
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(afterNumber);
    if (filter.enterprise() != null) {
      where.append(" and t.enterprise = ?");
      arguments.add(filter.enterprise());
    }
    if (filter.scope() != null) {
      where.append(" and t.scope = ?");
      arguments.add(filter.scope().name());
    }
    if (filter.state() != null) {
      where.append(" and case when t.next_due_on < ? then 'OVERDUE' else t.state end = ?");
      arguments.add(today);
      arguments.add(filter.state().name());
    }
    if (filter.visibleOf() != null) {
      where.append(' ').append(VISIBLE);
      arguments.add(filter.visibleOf().toArray(String[]::new));
      arguments.add(filter.expert());
    }
    where.append(" order by t.number limit ?");
    arguments.add(limit);
    return rows.read(where.toString(), arguments.toArray());
  }

  public void define(UUID id, TargetDefinition definition, Instant now, String actor) {
    database.update(DEFINE, id, json.write(definition), moment(now), actor, id);
  }

  public void submit(UUID id, Instant now) {
    database.update(SUBMIT, moment(now), id);
  }

  /** Names the panel of a round: those who have voted stay, whoever is named. */
  public void namePanel(UUID id, int round, List<String> experts, int approvalsNeeded) {
    database.update(DROP_PANEL, id, round);
    experts.forEach(expert -> database.update(NAME, id, round, expert));
    database.update(
        "update carbon_target set approvals_needed = ? where id = ?", approvalsNeeded, id);
  }

  public void vote(
      UUID id, int round, String expert, Expert.Vote vote, String reason, Instant now) {
    database.update(VOTE, vote.name(), reason, moment(now), id, round, expert);
  }

  public void validate(UUID id, Instant now) {
    database.update(
        "update carbon_target set stage = 'VALIDATED', validated_at = ? where id = ?",
        moment(now),
        id);
  }

  /** Back to the enterprise. */
  public void giveBack(UUID id) {
    database.update("update carbon_target set stage = 'COMMITTED' where id = ?", id);
  }

  public void publish(UUID id, Instant now) {
    database.update(
        "update carbon_target set stage = 'PUBLISHED', published_at = ? where id = ?",
        moment(now),
        id);
  }

  public void withdraw(UUID id, String reason, Instant now) {
    database.update(
        "update carbon_target set stage = 'WITHDRAWN', withdrawn_at = ?, withdrawal_reason = ?"
            + " where id = ?",
        moment(now),
        reason,
        id);
  }

  public void report(UUID id, CheckpointReport report) {
    database.update(
        REPORT,
        id,
        report.year(),
        report.revision(),
        report.value(),
        json.write(report.evidence()),
        report.comment(),
        moment(report.reportedAt()),
        report.reportedBy());
  }

  /** Writes down where the target stands, as its next version. */
  public void settle(UUID id, TargetState state, @Nullable LocalDate nextDueOn) {
    database.update(SETTLE, state.name(), nextDueOn, id);
  }

  public void remember(
      UUID id,
      TargetFact fact,
      TargetState state,
      @Nullable String detail,
      @Nullable String actor,
      Instant at) {
    database.update(REMEMBER, id, fact.name(), state.name(), detail, actor, moment(at), id);
  }

  /** What happened, in order. */
  public List<HistoryEntry> history(UUID id) {
    return database.query(
        HISTORY,
        row ->
            new HistoryEntry(
                row.getInt(1),
                TargetFact.valueOf(row.getString(2)),
                TargetState.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant()),
        id);
  }

  /** A target that is overdue by the day, and not yet by what is written. */
  public Optional<UUID> nextOverdue(LocalDate today) {
    return database.first(NEXT_OVERDUE, row -> row.getObject(1, UUID.class), today);
  }

  private static OffsetDateTime moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
