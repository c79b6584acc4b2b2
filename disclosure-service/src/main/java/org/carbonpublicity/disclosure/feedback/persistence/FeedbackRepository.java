package org.carbonpublicity.disclosure.feedback.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.disclosure.feedback.FeedbackForm;
import org.carbonpublicity.disclosure.feedback.FeedbackForm.Result;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.jdbc.Database;

/** Feedback forms; what they changed stands in the revisions that name them. */
@ApplicationScoped
public class FeedbackRepository {

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

  public void insert(FeedbackForm form, String actor) {
    try {
      database.update(
          "insert into feedback_form (id, batch, uploaded_at, uploaded_by, enterprises, rows_read,"
              + " rows_accepted, rows_rejected, errors) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)",
          UUID.fromString(Objects.requireNonNull(form.id())),
          form.batch(),
          Objects.requireNonNull(form.receivedAt()).atOffset(ZoneOffset.UTC),
          actor,
          form.enterprises().toArray(String[]::new),
          form.rowsRead(),
          form.rowsAccepted(),
          form.rowsRejected(),
          json.writeValueAsString(form.errors()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a form recalculated, by model. */
  public List<Result> results(UUID form) {
    return database.query(
        "select n.model_code, n.revision, o.footprint_g_per_km, n.footprint_g_per_km"
            + " from footprint_revision n join footprint_revision o on o.model_code = n.model_code"
            + " and o.revision = n.replaces where n.feedback_form = ? order by n.model_code",
        row ->
            new Result(row.getString(1), row.getInt(2), row.getBigDecimal(3), row.getBigDecimal(4)),
        form);
  }

  public Optional<FeedbackForm> find(int batch, UUID id) {
    return database.first(
        "select * from feedback_form where batch = ? and id = ?", row -> map(row, id), batch, id);
  }

  private FeedbackForm map(ResultSet row, UUID id) throws SQLException {
    Instant at = row.getObject("uploaded_at", OffsetDateTime.class).toInstant();
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
          errors.size(),
          errors,
          results(id),
          at);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
