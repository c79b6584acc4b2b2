package org.carbonpublicity.assessment.survey.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carbonpublicity.assessment.jdbc.Database;
import org.carbonpublicity.assessment.submission.AnswerDraft;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.survey.Delegation;
import org.carbonpublicity.assessment.survey.SavedAnswer;
import org.carbonpublicity.assessment.survey.Survey;
import org.jspecify.annotations.Nullable;

/** Surveys, their answers and delegations. */
@ApplicationScoped
public class SurveyRepository {

  private static final String SURVEY =
      "select s.id, s.guideline, s.assessment_window, s.enterprise, s.created_at, s.created_by,"
          + " s.changed_at, s.submission, s.submitted_at from survey s ";
  private static final String ANSWER =
      "select item, answer, version, changed_at, changed_by from survey_answer ";
  private static final String DELEGATION =
      "select id, survey, subject, items, note, until, created_at, created_by, ended_at"
          + " from survey_delegation ";
  private static final String SAVE =
      """
      insert into survey_answer as present (survey, item, answer, version, changed_at, changed_by)
      select ?, ?, cast(? as jsonb), 1, ?, ? where coalesce(?, 0) = 0 or exists
        (select 1 from survey_answer where survey = ? and item = ?)
      on conflict (survey, item) do update set answer = excluded.answer,
        version = present.version + 1, changed_at = excluded.changed_at,
        changed_by = excluded.changed_by
      where present.version = coalesce(?, present.version)""";

  private final Database database;
  private final ObjectMapper json;

  SurveyRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  public void insert(Survey survey) {
    database.update(
        "insert into survey (id, guideline, assessment_window, enterprise, created_at, created_by,"
            + " changed_at) values (?, ?, ?, ?, ?, ?, ?)",
        survey.id(),
        survey.guideline(),
        survey.window(),
        survey.enterprise(),
        utc(survey.createdAt()),
        survey.createdBy(),
        utc(survey.changedAt()));
  }

  public Optional<Survey> find(UUID id) {
    return database.first(SURVEY + "where s.id = ?", SurveyRepository::survey, id);
  }

  public Optional<Survey> find(String enterprise, String guideline, @Nullable String window) {
    return database.first(
        SURVEY
            + "where s.enterprise = ? and s.guideline = ? and coalesce(s.assessment_window, '') = ?",
        SurveyRepository::survey,
        enterprise,
        guideline,
        window == null ? "" : window);
  }

  public List<Survey> list(Collection<String> enterprises) {
    return database.query(
        SURVEY + "where s.enterprise = any(?) order by s.created_at, s.id",
        SurveyRepository::survey,
        (Object) enterprises.toArray(String[]::new));
  }

  public List<Survey> delegatedTo(String subject, Instant now) {
    return database.query(
        SURVEY
            + "where exists (select 1 from survey_delegation d where d.survey = s.id and d.subject = ?"
            + " and d.ended_at is null and (d.until is null or d.until > ?)) order by s.created_at, s.id",
        SurveyRepository::survey,
        subject,
        utc(now));
  }

  /** Nobody else changes the survey until the transaction ends. */
  public void lock(UUID id) {
    database.count("select 1 from survey where id = ? for update", id);
  }

  public void changed(UUID id, Instant now) {
    database.update("update survey set changed_at = ? where id = ?", utc(now), id);
  }

  public void submitted(UUID id, Submission submission) {
    database.update(
        "update survey set submission = ?, submitted_at = ? where id = ?",
        submission.id(),
        utc(submission.submittedAt()),
        id);
  }

  /** Answers in the given order of items. */
  public Map<String, SavedAnswer> answers(UUID survey, Collection<String> order) {
    Map<String, SavedAnswer> found =
        database.query(ANSWER + "where survey = ?", this::answer, survey).stream()
            .collect(Collectors.toMap(SavedAnswer::item, Function.identity()));
    Map<String, SavedAnswer> ordered = new LinkedHashMap<>();
    for (String item : order) {
      SavedAnswer answer = found.get(item);
      if (answer != null) {
        ordered.put(item, answer);
      }
    }
    return ordered;
  }

  public Optional<SavedAnswer> answer(UUID survey, String item) {
    return database.first(ANSWER + "where survey = ? and item = ?", this::answer, survey, item);
  }

  /**
   * Writes an answer down.
   *
   * @param expectedVersion of the one that is replaced, 0 for none; absent when any will do
   * @return false when that is not what is there
   */
  public boolean save(
      UUID survey,
      AnswerDraft answer,
      @Nullable Integer expectedVersion,
      String actor,
      Instant now) {
    return database.update(
            SAVE,
            survey,
            answer.item(),
            write(answer),
            utc(now),
            actor,
            expectedVersion,
            survey,
            answer.item(),
            expectedVersion)
        == 1;
  }

  public void clear(UUID survey, String item) {
    database.update("delete from survey_answer where survey = ? and item = ?", survey, item);
  }

  public void insert(Delegation delegation) {
    database.update(
        "insert into survey_delegation (id, survey, subject, items, note, until, created_at,"
            + " created_by) values (?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?)",
        delegation.id(),
        delegation.survey(),
        delegation.subject(),
        delegation.items().toArray(String[]::new),
        delegation.note(),
        delegation.until() == null ? null : utc(delegation.until()),
        utc(delegation.createdAt()),
        delegation.createdBy());
  }

  public List<Delegation> delegations(UUID survey) {
    return database.query(
        DELEGATION + "where survey = ? order by created_at, id",
        SurveyRepository::delegation,
        survey);
  }

  /** False when there is no such delegation that has not ended. */
  public boolean end(UUID survey, UUID id, String actor, Instant now) {
    return database.update(
            "update survey_delegation set ended_at = ?, ended_by = ? where survey = ? and id = ?"
                + " and ended_at is null",
            utc(now),
            actor,
            survey,
            id)
        == 1;
  }

  private String write(AnswerDraft answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is always JSON", e);
    }
  }

  private SavedAnswer answer(ResultSet row) throws SQLException {
    try {
      return new SavedAnswer(
          row.getString("item"),
          json.readValue(row.getString("answer"), AnswerDraft.class),
          row.getInt("version"),
          row.getObject("changed_at", OffsetDateTime.class).toInstant(),
          row.getString("changed_by"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was saved as an answer is none", e);
    }
  }

  private static Survey survey(ResultSet row) throws SQLException {
    return new Survey(
        row.getObject("id", UUID.class),
        row.getString("guideline"),
        row.getString("assessment_window"),
        row.getString("enterprise"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getObject("submission", UUID.class),
        instant(row, "submitted_at"));
  }

  private static Delegation delegation(ResultSet row) throws SQLException {
    return new Delegation(
        row.getObject("id", UUID.class),
        row.getObject("survey", UUID.class),
        row.getString("subject"),
        List.of((String[]) row.getArray("items").getArray()),
        row.getString("note"),
        instant(row, "until"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
