package org.carbonpublicity.assessment.review.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carbonpublicity.assessment.jdbc.Database;
import org.carbonpublicity.assessment.review.Decision;
import org.carbonpublicity.assessment.review.DecisionDraft;
import org.carbonpublicity.assessment.review.Question;
import org.carbonpublicity.assessment.review.Review;
import org.carbonpublicity.assessment.review.ReviewFilter;
import org.carbonpublicity.assessment.review.Verdict;

/** Reviews. Lock the assessment before writing. */
@ApplicationScoped
public class ReviewRepository {

  private static final String ASK =
      """
      insert into review_question (id, assessment, item, question, asked_by, asked_at)
      values (?, ?, ?, ?, ?, ?)""";
  private static final String DECIDE =
      """
      insert into review_decision (assessment, item, assessor, verdict, reason, decided_at)
      values (?, ?, ?, ?, ?, ?)""";
  private static final String ANSWER =
      """
      update review_question set answer = ?, evidence = cast(? as uuid[]), answered_by = ?, answered_at = ?
      where id = ?""";
  private static final String OPEN_OF =
      """
      select r.assessment from review_assessor r join assessment a on a.id = r.assessment
      where r.assessor = ? and r.removed_at is null and a.enterprise = ? and a.state = 'IN_REVIEW'
      order by r.assessment""";

  private static final String REVIEWS =
      """
      select r.assessment, r.number, r.started_at, r.started_by, r.completed_at, a.assessors_required,
        array(select answer ->> 'item' from jsonb_array_elements(s.answers) with ordinality given (answer, place)
          where (answer ->> 'met')::boolean order by place) as items
      from review r join assessment a on a.id = r.assessment join submission s on s.id = a.submission
      """;
  private static final String ASSIGNED =
      """
      select assessment, assessor, removed_at is null from review_assessor
      where assessment = any (cast(? as uuid[])) order by assigned_at, assessor""";
  private static final String DECISIONS =
      """
      select distinct on (d.assessment, d.item, d.assessor)
        d.assessment, d.item, d.assessor, d.verdict, d.reason, d.decided_at
      from review_decision d
      join review_assessor r on r.assessment = d.assessment and r.assessor = d.assessor and r.removed_at is null
        and d.decided_at >= r.assigned_at
      where d.assessment = any (cast(? as uuid[]))
      order by d.assessment, d.item, d.assessor, d.number desc""";
  private static final String QUESTIONS =
      """
      select assessment, id, item, question, asked_by, asked_at, answer, evidence, answered_by, answered_at,
        withdrawn_at
      from review_question where assessment = any (cast(? as uuid[])) order by number""";

  private final Database database;

  ReviewRepository(Database database) {
    this.database = database;
  }

  private record Of<T>(UUID assessment, T value) {}

  private record Assigned(String assessor, boolean still) {}

  public void start(UUID assessment, String actor, Instant now) {
    database.update(
        "insert into review (assessment, started_at, started_by) values (?, ?, ?)",
        assessment,
        Columns.at(now),
        actor);
  }

  public void assign(UUID assessment, Collection<String> assessors, String actor, Instant now) {
    for (String assessor : assessors) {
      database.update(
          """
          insert into review_assessor (assessment, assessor, assigned_at, assigned_by)
          values (?, ?, ?, ?)""",
          assessment,
          assessor,
          Columns.at(now),
          actor);
    }
  }

  /** Takes an assessor off a review and withdraws its open questions. */
  public void remove(UUID assessment, String assessor, Instant now) {
    database.update(
        """
        update review_assessor set removed_at = ?
        where assessment = ? and assessor = ? and removed_at is null""",
        Columns.at(now),
        assessment,
        assessor);
    database.update(
        """
        update review_question set withdrawn_at = ?
        where assessment = ? and asked_by = ? and answered_at is null and withdrawn_at is null""",
        Columns.at(now),
        assessment,
        assessor);
  }

  /** The reviews of an enterprise's assessments that are open and to which it is assigned. */
  public List<UUID> openOf(String assessor, String enterprise) {
    return database.query(OPEN_OF, row -> row.getObject(1, UUID.class), assessor, enterprise);
  }

  /** Notes a decision; one that asks also opens the question. */
  public void decide(UUID assessment, DecisionDraft draft, String actor, Instant now) {
    database.update(
        DECIDE,
        assessment,
        draft.item(),
        actor,
        draft.verdict().name(),
        draft.reason(),
        Columns.at(now));
    if (draft.verdict() == Verdict.ASK) {
      database.update(
          ASK, UUID.randomUUID(), assessment, draft.item(), draft.reason(), actor, Columns.at(now));
    }
  }

  public void withdrawQuestions(UUID assessment, String item, String asker, Instant now) {
    database.update(
        """
        update review_question set withdrawn_at = ?
        where assessment = ? and item = ? and asked_by = ? and answered_at is null and withdrawn_at is null""",
        Columns.at(now),
        assessment,
        item,
        asker);
  }

  public void answer(UUID question, String text, List<UUID> evidence, String actor, Instant now) {
    database.update(ANSWER, text, Columns.texts(evidence), actor, Columns.at(now), question);
  }

  /** Notes that the review is over, and withdraws the questions that are open. */
  public void complete(UUID assessment, List<String> rejected, String actor, Instant now) {
    database.update(
        "update review set rejected = ?, completed_at = ?, completed_by = ? where assessment = ?",
        rejected.toArray(String[]::new),
        Columns.at(now),
        actor,
        assessment);
    database.update(
        """
        update review_question set withdrawn_at = ?
        where assessment = ? and answered_at is null and withdrawn_at is null""",
        Columns.at(now),
        assessment);
  }

  /** What the completed review of an assessment rejected; nothing where there is none. */
  public Set<String> rejected(UUID assessment) {
    return new TreeSet<>(
        database.query(
            "select unnest(rejected) from review where assessment = ?",
            row -> row.getString(1),
            assessment));
  }

  /** The items that a submission answers, with yes or no. */
  public List<String> answeredItems(UUID submission) {
    return database.query(
        "select jsonb_array_elements(answers) ->> 'item' from submission where id = ?",
        row -> row.getString(1),
        submission);
  }

  public Optional<Review> find(UUID assessment) {
    return read(REVIEWS + "where r.assessment = ?", assessment).stream().findFirst();
  }

  public List<Review> list(ReviewFilter filter, long after, int limit) {
    StringBuilder query = new StringBuilder(REVIEWS + "where r.number > ?");
    List<Object> arguments = new ArrayList<>(List.of(after));
    if (filter.assessor() != null) {
      query.append(
          " and exists (select 1 from review_assessor who where who.assessment = r.assessment"
              + " and who.assessor = ? and who.removed_at is null)");
      arguments.add(filter.assessor());
    }
    if (!filter.notOf().isEmpty()) {
      query.append(" and a.enterprise <> all (?)");
      arguments.add(filter.notOf().toArray(String[]::new));
    }
    query.append(filter.state() == null ? " and a.state <> 'SUPERSEDED'" : " and a.state = ?");
    if (filter.state() != null) {
      arguments.add(filter.state().name());
    }
    arguments.add(limit);
    return read(query + " order by r.number limit ?", arguments.toArray());
  }

  private List<Review> read(String query, Object... arguments) {
    List<UUID> ids =
        database.query(query, row -> row.getObject("assessment", UUID.class), arguments);
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Assigned>> assigned = by(ASSIGNED, ids, ReviewRepository::assigned);
    Map<UUID, List<Decision>> decisions = by(DECISIONS, ids, ReviewRepository::decision);
    Map<UUID, List<Question>> questions = by(QUESTIONS, ids, ReviewRepository::question);
    return database.query(
        query,
        row -> {
          UUID id = row.getObject("assessment", UUID.class);
          List<Assigned> ever = assigned.getOrDefault(id, List.of());
          return new Review(
              id,
              row.getLong("number"),
              row.getInt("assessors_required"),
              ever.stream().filter(Assigned::still).map(Assigned::assessor).toList(),
              ever.stream().map(Assigned::assessor).collect(Collectors.toSet()),
              List.of((String[]) row.getArray("items").getArray()),
              decisions.getOrDefault(id, List.of()),
              questions.getOrDefault(id, List.of()),
              Columns.instant(row, "started_at"),
              row.getString("started_by"),
              Columns.optionalInstant(row, "completed_at"));
        },
        arguments);
  }

  private <T> Map<UUID, List<T>> by(String query, List<UUID> ids, Database.RowMapper<T> mapper) {
    return database
        .query(
            query,
            row -> new Of<>(row.getObject("assessment", UUID.class), mapper.map(row)),
            (Object) Columns.texts(ids))
        .stream()
        .collect(
            Collectors.groupingBy(
                Of::assessment, Collectors.mapping(Of::value, Collectors.toList())));
  }

  private static Assigned assigned(ResultSet row) throws SQLException {
    return new Assigned(row.getString(2), row.getBoolean(3));
  }

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getString("item"),
        row.getString("assessor"),
        Verdict.valueOf(row.getString("verdict")),
        row.getString("reason"),
        Columns.instant(row, "decided_at"));
  }

  private static Question question(ResultSet row) throws SQLException {
    return new Question(
        row.getObject("id", UUID.class),
        row.getString("item"),
        row.getString("question"),
        row.getString("asked_by"),
        Columns.instant(row, "asked_at"),
        row.getString("answer"),
        Columns.ids(row, "evidence"),
        row.getString("answered_by"),
        Columns.optionalInstant(row, "answered_at"),
        Columns.optionalInstant(row, "withdrawn_at"));
  }
}
