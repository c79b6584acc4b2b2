package org.carbonpublicity.disclosure.batch.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.disclosure.batch.DeadlineExtension;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Deadlines and answers of a review. */
@ApplicationScoped
public class ReviewRepository {

  /**
   * The models of a batch (its number thrice), with what counts of them and the deadline of their
   * enterprise.
   */
  private static final String MODELS =
      "with present as (select distinct on (model_code) model_code, enterprise from"
          + " footprint_revision where batch = ? order by model_code, revision desc), extended as"
          + " (select enterprise, max(deadline) as deadline from deadline_extension where batch = ?"
          + " and enterprise is not null group by enterprise), models as (select p.model_code,"
          + " p.enterprise, a.remark, greatest(b.feedback_deadline, x.deadline) as deadline from"
          + " present p join batch b on b.number = ? left join extended x on x.enterprise ="
          + " p.enterprise left join review_answer a on a.batch = b.number and a.model_code ="
          + " p.model_code) ";

  private final Database database;

  ReviewRepository(Database database) {
    this.database = database;
  }

  /** The answers of one enterprise, counted. */
  public record Counts(
      String enterprise,
      String name,
      long models,
      long forms,
      long corrected,
      long agreed,
      long notIdentifiable,
      long outOfScope,
      long noLongerProduced,
      long silent,
      long unanswered,
      @Nullable LocalDate deadline) {}

  /**
   * Counts per enterprise, by code.
   *
   * @param enterprises whose; null for all
   */
  public List<Counts> counts(
      int batch, @Nullable List<String> enterprises, String after, int limit) {
    return database.query(
        MODELS
            + ", counted as (select enterprise, max(deadline) as deadline, count(*) as models,"
            + " count(*) filter (where remark = 'CORRECTED') as corrected, count(*) filter (where"
            + " remark = 'AGREED') as agreed, count(*) filter (where remark = 'NOT_IDENTIFIABLE')"
            + " as not_identifiable, count(*) filter (where remark = 'OUT_OF_SCOPE') as"
            + " out_of_scope, count(*) filter (where remark = 'NO_LONGER_PRODUCED') as"
            + " no_longer_produced, count(*) filter (where remark = 'SILENT') as silent, count(*)"
            + " filter (where remark is null) as unanswered from models where (?::text[] is null or"
            + " enterprise = any (?)) and enterprise > ? group by enterprise order by enterprise"
            + " limit ?) select c.*, e.name, (select count(*) from feedback_form f where f.batch = ?"
            + " and c.enterprise = any (f.enterprises)) as forms from counted c join enterprise e on"
            + " e.code = c.enterprise order by c.enterprise",
        row ->
            new Counts(
                row.getString("enterprise"),
                row.getString("name"),
                row.getLong("models"),
                row.getLong("forms"),
                row.getLong("corrected"),
                row.getLong("agreed"),
                row.getLong("not_identifiable"),
                row.getLong("out_of_scope"),
                row.getLong("no_longer_produced"),
                row.getLong("silent"),
                row.getLong("unanswered"),
                row.getObject("deadline", LocalDate.class)),
        batch,
        batch,
        batch,
        array(enterprises),
        array(enterprises),
        after,
        limit,
        batch);
  }

  /** Models without an answer whose deadline is that day or later. */
  public long outstanding(int batch, LocalDate today) {
    return database.count(
        MODELS + "select count(*) from models where remark is null and deadline >= ?",
        batch,
        batch,
        batch,
        today);
  }

  /**
   * Records the silence of the models whose deadline lies before that day, or that have none.
   *
   * @param zone where a day ends
   * @param at the moment of silence where there is no deadline
   */
  public long recordSilence(int batch, LocalDate today, String zone, Instant at) {
    return database.update(
        MODELS
            + "insert into review_answer (batch, model_code, enterprise, remark, answered_at) select"
            + " ?, model_code, enterprise, 'SILENT', coalesce((deadline + 1)::timestamp at time zone"
            + " ?, ?) from models where remark is null and (deadline is null or deadline < ?)",
        batch,
        batch,
        batch,
        batch,
        zone,
        at.atOffset(ZoneOffset.UTC),
        today);
  }

  /** Models of the batch by what counts of them. */
  public record Summary(long corrected, long agreed, long silent, long unanswered) {}

  public Summary summary(int batch) {
    return database
        .first(
            MODELS
                + "select count(*) filter (where remark = 'CORRECTED'), count(*) filter (where"
                + " remark = 'AGREED'), count(*) filter (where remark = 'SILENT'), count(*) filter"
                + " (where remark is null) from models",
            row -> new Summary(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
            batch,
            batch,
            batch)
        .orElseThrow();
  }

  /** The deadline in force for an enterprise, or for all that have none of their own. */
  public Optional<LocalDate> deadline(int batch, @Nullable String enterprise) {
    return database.first(
        "select greatest(b.feedback_deadline, (select max(deadline) from deadline_extension where"
            + " batch = b.number and enterprise = ?)) from batch b where number = ? and"
            + " feedback_deadline is not null",
        row -> row.getObject(1, LocalDate.class),
        enterprise,
        batch);
  }

  /** Adds an extension to the history; one for all also becomes the batch's deadline. */
  public void extend(DeadlineExtension extension) {
    database.update(
        "insert into deadline_extension (id, batch, enterprise, previous, deadline, reason,"
            + " granted_at, granted_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
        extension.id(),
        extension.batch(),
        extension.enterprise(),
        extension.previousDeadline(),
        extension.deadline(),
        extension.reason(),
        extension.grantedAt().atOffset(ZoneOffset.UTC),
        extension.grantedBy());
    database.update(
        "update batch set feedback_deadline = case when ?::text is null then ? else"
            + " feedback_deadline end, version = version + 1 where number = ?",
        extension.enterprise(),
        extension.deadline(),
        extension.batch());
  }

  /**
   * The history of a batch, oldest first.
   *
   * @param enterprises whose, beside those for all; null for everybody's
   */
  public List<DeadlineExtension> extensions(int batch, @Nullable List<String> enterprises) {
    return database.query(
        "select * from deadline_extension where batch = ? and (?::text[] is null or enterprise is"
            + " null or enterprise = any (?)) order by granted_at, id",
        ReviewRepository::extension,
        batch,
        array(enterprises),
        array(enterprises));
  }

  private static DeadlineExtension extension(ResultSet row) throws SQLException {
    return new DeadlineExtension(
        row.getObject("id", UUID.class),
        row.getInt("batch"),
        row.getString("enterprise"),
        row.getObject("previous", LocalDate.class),
        row.getObject("deadline", LocalDate.class),
        row.getString("reason"),
        row.getObject("granted_at", OffsetDateTime.class).toInstant(),
        row.getString("granted_by"));
  }

  private static String @Nullable [] array(@Nullable List<String> texts) {
    return texts == null ? null : texts.toArray(String[]::new);
  }
}
