package org.carbonpublicity.disclosure.feedback.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.disclosure.feedback.FeedbackForm;
import org.carbonpublicity.disclosure.feedback.FeedbackForm.Answer;
import org.carbonpublicity.disclosure.feedback.FeedbackForm.Remarks;
import org.carbonpublicity.disclosure.feedback.FeedbackForm.Result;
import org.carbonpublicity.disclosure.feedback.ReceivedForm;
import org.carbonpublicity.disclosure.form.Remark;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Feedback forms; what they changed stands in the revisions that name them. */
@ApplicationScoped
public class FeedbackRepository {

  private static final int MOST_ANSWERS = 10_000;

  private final Database database;
  private final ObjectMapper json;

  FeedbackRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Waits for other forms of these enterprises for the batch, until their transactions end. */
  public void awaitTurn(int batch, List<String> enterprises) {
    for (String enterprise : enterprises.stream().sorted().toList()) {
      database.count(
          "select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))",
          "feedback " + batch + " " + enterprise);
    }
  }

  public void insert(FeedbackForm form) {
    Remarks remarks = form.remarks();
    try {
      database.update(
          "insert into feedback_form (id, batch, uploaded_at, uploaded_by, enterprises, rows_read,"
              + " rows_accepted, rows_rejected, errors, media_type, file_sha256, template_version,"
              + " agreed, corrected, not_identifiable, out_of_scope, no_longer_produced) values (?,"
              + " ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)",
          UUID.fromString(Objects.requireNonNull(form.id())),
          form.batch(),
          Objects.requireNonNull(form.receivedAt()).atOffset(ZoneOffset.UTC),
          form.receivedFrom(),
          form.enterprises().toArray(String[]::new),
          form.rowsRead(),
          form.rowsAccepted(),
          form.rowsRejected(),
          json.writeValueAsString(form.errors()),
          form.mediaType(),
          form.fileSha256(),
          form.templateVersion(),
          remarks.agreed(),
          remarks.corrected(),
          remarks.notIdentifiable(),
          remarks.outOfScope(),
          remarks.noLongerProduced());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Marks forms of which nothing counts any more since this one; answers their ids. */
  public List<String> supersede(int batch, UUID form, List<String> enterprises) {
    return database.query(
        "update feedback_form f set superseded_by = ? where f.batch = ? and f.id <> ? and"
            + " f.superseded_by is null and f.enterprises && ?::text[] and not exists (select from"
            + " review_answer a where a.feedback_form = f.id) returning f.id::text",
        row -> row.getString(1),
        form,
        batch,
        form,
        enterprises.toArray(String[]::new));
  }

  /** What became of the models of a form, by code. */
  public List<Result> results(UUID form) {
    return database.query(
        "select n.model_code, n.revision, o.footprint_g_per_km, n.footprint_g_per_km"
            + " from footprint_revision n join footprint_revision o on o.model_code = n.model_code"
            + " and o.revision = n.replaces where n.feedback_form = ? order by n.model_code",
        row ->
            new Result(row.getString(1), row.getInt(2), row.getBigDecimal(3), row.getBigDecimal(4)),
        form);
  }

  /** What the rows of a form say beside agreed and corrected. */
  public List<Answer> answers(UUID form) {
    return database.query(
        "select row, model_code, remark, comment from feedback_answer where feedback_form = ? and"
            + " (remark not in ('AGREED', 'CORRECTED') or comment is not null) order by row,"
            + " model_code limit "
            + MOST_ANSWERS,
        row ->
            new Answer(
                row.getObject(1, Long.class),
                row.getString(2),
                Remark.valueOf(row.getString(3)),
                row.getString(4)),
        form);
  }

  public Optional<FeedbackForm> find(int batch, UUID id) {
    return database.first(
        "select * from feedback_form where batch = ? and id = ?", row -> map(row, id), batch, id);
  }

  /**
   * Forms of a batch in the order of receipt, after the given one.
   *
   * @param enterprises those that a form may speak for; null for all
   * @param enterprise one that it must speak for; null for any
   */
  public List<ReceivedForm.Placed> list(
      int batch,
      @Nullable List<String> enterprises,
      @Nullable String enterprise,
      long after,
      int limit) {
    String @Nullable [] own = enterprises == null ? null : enterprises.toArray(String[]::new);
    return database.query(
        "select f.*, (select count(*) from feedback_evidence e where e.feedback_form = f.id) as"
            + " evidence from feedback_form f where batch = ? and (?::text[] is null or enterprises"
            + " <@ ?::text[]) and (?::text is null or ?::text = any (enterprises)) and sequence > ?"
            + " order by sequence limit ?",
        FeedbackRepository::received,
        batch,
        own,
        own,
        enterprise,
        enterprise,
        after,
        limit);
  }

  private static ReceivedForm.Placed received(ResultSet row) throws SQLException {
    ReceivedForm form =
        new ReceivedForm(
            row.getString("id"),
            row.getInt("batch"),
            List.of((String[]) row.getArray("enterprises").getArray()),
            row.getLong("rows_read"),
            row.getLong("rows_accepted"),
            row.getLong("rows_rejected"),
            remarks(row),
            row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
            row.getString("uploaded_by"),
            row.getString("file_sha256"),
            row.getString("template_version"),
            row.getString("superseded_by"),
            row.getLong("evidence"));
    return new ReceivedForm.Placed(row.getLong("sequence"), form);
  }

  private static Remarks remarks(ResultSet row) throws SQLException {
    return new Remarks(
        row.getLong("agreed"),
        row.getLong("corrected"),
        row.getLong("not_identifiable"),
        row.getLong("out_of_scope"),
        row.getLong("no_longer_produced"));
  }

  private FeedbackForm map(ResultSet row, UUID id) throws SQLException {
    try {
      List<RowFault> errors =
          json.readValue(row.getString("errors"), new TypeReference<List<RowFault>>() {});
      return new FeedbackForm(
          id.toString(),
          row.getInt("batch"),
          List.of((String[]) row.getArray("enterprises").getArray()),
          false,
          row.getLong("rows_read"),
          row.getLong("rows_accepted"),
          row.getLong("rows_rejected"),
          remarks(row),
          errors.size(),
          errors,
          results(id),
          answers(id),
          row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
          row.getString("uploaded_by"),
          row.getString("media_type"),
          row.getString("file_sha256"),
          row.getString("template_version"),
          row.getString("superseded_by"),
          database.query(
              "select id::text from feedback_form where superseded_by = ? order by sequence",
              superseded -> superseded.getString(1),
              id));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
