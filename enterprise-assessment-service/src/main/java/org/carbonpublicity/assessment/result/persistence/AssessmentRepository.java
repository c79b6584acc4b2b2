package org.carbonpublicity.assessment.result.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.jdbc.Database;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentFilter;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.result.PastScoring;
import org.carbonpublicity.assessment.result.ScoringCause;
import org.carbonpublicity.assessment.review.ReviewRules.Rule;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.carbonpublicity.assessment.submission.Submission;
import org.jspecify.annotations.Nullable;

/** Assessments. Lock the enterprise, or the assessment by {@link #lock}, before writing. */
@ApplicationScoped
public class AssessmentRepository {

  private static final String SELECT = "select " + AssessmentRows.COLUMNS + " from assessment a ";
  private static final String CHANGE = "update assessment a set version = version + 1, ";
  private static final String RETURNING = " where id = ? returning " + AssessmentRows.COLUMNS;

  private static final String AWARD =
      """
      insert into assessment as a (id, submission, guideline, enterprise, enterprise_name, assessment_window,
        outcome, assessors_required, response_days, state, version, awarded_at)
      values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, 'AWARDED', 1, ?) returning\s"""
          + AssessmentRows.COLUMNS;
  private static final String SCORED =
      """
      insert into assessment_scoring (assessment, cause, outcome, scored_at)
      values (?, ?, cast(? as jsonb), ?)""";
  private static final String NAME_SUCCESSOR =
      """
      update assessment set superseded_by = ?, version = version + 1
      where enterprise = ? and guideline = ? and coalesce(assessment_window, '') = ?
        and state = 'SUPERSEDED' and superseded_by is null""";
  private static final String SUPERSEDE =
      """
      update assessment set state = 'SUPERSEDED', version = version + 1
      where enterprise = ? and guideline = ? and coalesce(assessment_window, '') = ?
        and state not in ('PUBLISHED', 'SUPERSEDED')""";
  private static final String SUPERSEDE_PUBLISHED =
      """
      update assessment set state = 'SUPERSEDED', superseded_by = ?, version = version + 1
      where enterprise = ? and guideline = ? and coalesce(assessment_window, '') = ?
        and state = 'PUBLISHED'""";
  private static final String SILENT =
      """
      select id from assessment where state = 'SHARED' and response_deadline <= ?
      order by response_deadline, id limit 1""";

  private final Database database;

  AssessmentRepository(Database database) {
    this.database = database;
  }

  public Optional<Assessment> find(UUID id) {
    return database.first(SELECT + "where id = ?", AssessmentRows::assessment, id);
  }

  public Optional<Assessment> findBySubmission(UUID submission) {
    return database.first(SELECT + "where submission = ?", AssessmentRows::assessment, submission);
  }

  /** Those of the assessments that there are, in any order. */
  public List<Assessment> read(Collection<UUID> ids) {
    String[] texts = ids.stream().map(UUID::toString).toArray(String[]::new);
    return database.query(
        SELECT + "where id = any (cast(? as uuid[]))", AssessmentRows::assessment, (Object) texts);
  }

  /** The assessment; its enterprise is locked until the transaction ends, so nothing changes it. */
  public Optional<Assessment> lock(UUID id) {
    database.query(
        """
        select 1 from enterprise e join assessment a on a.enterprise = e.code
        where a.id = ? for update of e""",
        row -> 1,
        id);
    return find(id);
  }

  public List<Assessment> list(AssessmentFilter filter, long afterNumber, int limit) {
    StringBuilder query = new StringBuilder(SELECT + "where number > ?");
    List<Object> arguments = new ArrayList<>(List.of(afterNumber));
    Set<String> enterprises = filter.enterprises();
    if (enterprises != null) {
      query.append(" and enterprise = any (?)");
      arguments.add(enterprises.toArray(String[]::new));
    }
    if (filter.guideline() != null) {
      query.append(" and guideline = ?");
      arguments.add(filter.guideline());
    }
    if (!filter.publishedOnlyOf().isEmpty()) {
      query.append(" and (state = 'PUBLISHED' or enterprise <> all (?))");
      arguments.add(filter.publishedOnlyOf().toArray(String[]::new));
    }
    AssessmentState state = filter.state();
    query.append(state == null ? " and state <> ?" : " and state = ?");
    arguments.add((state == null ? AssessmentState.SUPERSEDED : state).name());
    query.append(" order by number limit ?");
    arguments.add(limit);
    return database.query(query.toString(), AssessmentRows::assessment, arguments.toArray());
  }

  /**
   * What counts of an enterprise under a guideline in a window: one, or a published one and its
   * successor.
   */
  public List<Assessment> current(String enterprise, String guideline, @Nullable String window) {
    return database.query(
        SELECT
            + "where enterprise = ? and guideline = ? and coalesce(assessment_window, '') = ?"
            + " and state <> 'SUPERSEDED' order by number",
        AssessmentRows::assessment,
        enterprise,
        guideline,
        Objects.toString(window, ""));
  }

  /**
   * The newest result of the enterprise before another that is in force or once was published.
   *
   * @param publishedOnly whether it has to be published now
   */
  public Optional<Assessment> before(Assessment later, boolean publishedOnly) {
    return database.first(
        SELECT
            + (publishedOnly
                ? "where state = 'PUBLISHED'"
                : "where (state <> 'SUPERSEDED' or published_at is not null)")
            + " and enterprise = ? and number < ? order by number desc limit 1",
        AssessmentRows::assessment,
        later.enterprise(),
        later.number());
  }

  /** Adds the assessment of a submission; those that were superseded for it name it from now on. */
  public Assessment award(Submission submission, Outcome outcome, Rule rule, Instant now) {
    Assessment awarded =
        change(
            AWARD,
            UUID.randomUUID(),
            submission.id(),
            submission.guideline(),
            submission.enterprise(),
            submission.enterpriseName(),
            submission.window(),
            AssessmentRows.write(outcome),
            rule.assessors(),
            rule.responseDays(),
            at(now));
    scored(awarded.id(), ScoringCause.SUBMISSION, outcome, now);
    database.update(
        NAME_SUCCESSOR,
        awarded.id(),
        awarded.enterprise(),
        awarded.guideline(),
        Objects.toString(awarded.window(), ""));
    return awarded;
  }

  /** Notes what scoring after the review found, and shares it with the enterprise. */
  public Assessment share(
      UUID id,
      Outcome outcome,
      Set<String> rejected,
      boolean changed,
      Instant now,
      Instant deadline) {
    scored(id, ScoringCause.REVIEW, outcome, now);
    rescored(id, outcome, rejected, changed, now);
    return change(
        CHANGE + "state = 'SHARED', shared_at = ?, response_deadline = ?" + RETURNING,
        at(now),
        at(deadline),
        id);
  }

  /** Notes what scoring after the appeal found. */
  public Assessment finish(
      UUID id, Outcome outcome, Set<String> rejected, boolean changed, Instant now) {
    scored(id, ScoringCause.APPEAL, outcome, now);
    rescored(id, outcome, rejected, changed, now);
    return moveTo(AssessmentState.FINAL, id);
  }

  private void scored(UUID id, ScoringCause cause, Outcome outcome, Instant now) {
    database.update(SCORED, id, cause.name(), AssessmentRows.write(outcome), at(now));
  }

  private void rescored(
      UUID id, Outcome outcome, Set<String> rejected, boolean changed, Instant now) {
    database.update(
        """
        update assessment set outcome = cast(? as jsonb), rejected = ?,
          awarded_at = case when ? then ? else awarded_at end where id = ?""",
        AssessmentRows.write(outcome),
        rejected.toArray(String[]::new),
        changed,
        at(now),
        id);
  }

  /** Every scoring of the assessment, the first first. */
  public List<PastScoring> scorings(UUID id) {
    return database.query(
        """
        select cause, outcome, scored_at from assessment_scoring where assessment = ?
        order by array_position(array['SUBMISSION', 'REVIEW', 'APPEAL'], cause)""",
        AssessmentRows::scoring,
        id);
  }

  public Assessment moveTo(AssessmentState state, UUID id) {
    return change(CHANGE + "state = ?" + RETURNING, state.name(), id);
  }

  /** Gives the assessment a new version, since its review or appeal changed. */
  public Assessment touch(UUID id) {
    return change("update assessment a set version = version + 1" + RETURNING, id);
  }

  /** Notes that the enterprise agrees; {@code actor} is null where its silence says so. */
  public Assessment confirm(UUID id, @Nullable String actor, Instant now) {
    return change(
        CHANGE
            + "state = 'CONFIRMED', confirmed_at = ?, confirmed_by = ?, confirmed_by_silence = ?"
            + RETURNING,
        at(now),
        actor == null ? "silence" : actor,
        actor == null,
        id);
  }

  /** The assessment for the members, instead of one that they saw before. */
  public Assessment publish(Assessment present, String actor, Instant now) {
    database.update(
        SUPERSEDE_PUBLISHED,
        present.id(),
        present.enterprise(),
        present.guideline(),
        Objects.toString(present.window(), ""));
    return change(
        CHANGE + "state = 'PUBLISHED', published_at = ?, published_by = ?" + RETURNING,
        at(now),
        actor,
        present.id());
  }

  public Assessment reassess(UUID id, String reason, String actor, Instant now) {
    return change(
        CHANGE + "reassessment_reason = ?, reassessment_at = ?, reassessment_by = ?" + RETURNING,
        reason,
        at(now),
        actor,
        id);
  }

  /** Takes what is not published of an enterprise under a guideline out of force. */
  public void supersede(String enterprise, String guideline, @Nullable String window) {
    database.update(SUPERSEDE, enterprise, guideline, Objects.toString(window, ""));
  }

  /** One of the assessments to which the enterprise kept silent until its deadline. */
  public Optional<UUID> silent(Instant now) {
    return database.first(SILENT, row -> row.getObject(1, UUID.class), at(now));
  }

  private Assessment change(String statement, @Nullable Object... arguments) {
    return database.first(statement, AssessmentRows::assessment, arguments).orElseThrow();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
