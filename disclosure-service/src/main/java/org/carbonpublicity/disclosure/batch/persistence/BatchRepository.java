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
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.BatchConflictException;
import org.carbonpublicity.disclosure.batch.BatchState;
import org.carbonpublicity.disclosure.batch.Batches.Draft;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.jdbc.ConcurrentChangeException;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Batches; every change takes the row lock first, so that one thing happens at a time. */
@ApplicationScoped
public class BatchRepository {

  private static final String SELECT =
      "select number, title, state, launch_from, launch_to, feedback_deadline, version, models,"
          + " waived_reason, publication, published_models, created_at, review_at, published_at,"
          + " cut_off, review_closed_at, publication_wanted, recalculation_started_at,"
          + " recalculated_models, recalculated_at, cancelled_at, cancellation_reason, (select"
          + " count(distinct model_code) from recalculation_refusal r where r.batch = batch.number) as"
          + " not_recalculable, correction, reason"
          + " from batch ";

  private final Database database;

  BatchRepository(Database database) {
    this.database = database;
  }

  /** The number after the last round's, or, where a correction has that, after all. */
  public int nextNumber() {
    return Math.toIntExact(
        database.count(
            "select case when exists (select from batch where number = n) then (select max(number) + 1"
                + " from batch) else n end from (select coalesce(max(number) filter (where correction"
                + " is null), 0) + 1 as n from batch) next"));
  }

  /** Opens a batch; false when the number is in use. */
  public boolean insert(int number, Draft draft, Instant at, String actor) {
    int inserted =
        database.update(
            "insert into batch (number, title, state, launch_from, launch_to, feedback_deadline,"
                + " cut_off, created_at, created_by) values (?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?) on conflict do"
                + " nothing",
            number,
            draft.title(),
            draft.launchFrom(),
            draft.launchTo(),
            draft.feedbackDeadline(),
            draft.cutOffDate(),
            at.atOffset(ZoneOffset.UTC),
            actor);
    return inserted == 1;
  }

  public Optional<Batch> find(int number) {
    return database.first(SELECT + "where number = ?", BatchRepository::map, number);
  }

  /**
   * The batch, locked until the transaction ends; what only refers to it does not wait.
   *
   * @throws BatchConflictException when another transaction holds it
   */
  public Optional<Batch> lock(int number) {
    try {
      return database.first(
          SELECT + "where number = ? for no key update nowait", BatchRepository::map, number);
    } catch (ConcurrentChangeException e) {
      throw BatchConflictException.busy(number);
    }
  }

  /** The batch, kept in its state until the transaction ends; waits for whoever changes it. */
  public Optional<Batch> hold(int number) {
    return database.first(SELECT + "where number = ? for share", BatchRepository::map, number);
  }

  /**
   * @param corrections corrections, or else disclosure rounds
   * @param reviewedOnly leaves out what was cancelled before its review
   */
  public List<Batch> list(
      boolean corrections, List<BatchState> states, boolean reviewedOnly, int after, int limit) {
    return database.query(
        SELECT
            + "where (correction is not null) = ? and state = any (?) and not (? and state ="
            + " 'CANCELLED' and review_at is null) and number > ? order by number limit ?",
        BatchRepository::map,
        corrections,
        states.stream().map(Enum::name).toArray(String[]::new),
        reviewedOnly,
        after,
        limit);
  }

  public void update(int number, Draft draft) {
    database.update(
        "update batch set title = ?, launch_from = ?, launch_to = ?, feedback_deadline = ?,"
            + " cut_off = ?, version = version + 1 where number = ?",
        draft.title(),
        draft.launchFrom(),
        draft.launchTo(),
        draft.feedbackDeadline(),
        draft.cutOffDate(),
        number);
  }

  public void addModels(int number, long models) {
    database.update(
        "update batch set models = models + ?, version = version + 1 where number = ?",
        models,
        number);
  }

  public void startReview(int number, Instant at) {
    database.update(
        "update batch set state = 'IN_REVIEW', review_at = ?, version = version + 1 where number ="
            + " ?",
        at.atOffset(ZoneOffset.UTC),
        number);
  }

  public void cancel(int number, String reason, Instant at, String actor) {
    database.update(
        "update batch set state = 'CANCELLED', cancellation_reason = ?, cancelled_at = ?,"
            + " cancelled_by = ?, version = version + 1 where number = ?",
        reason,
        at.atOffset(ZoneOffset.UTC),
        actor,
        number);
  }

  /** Nothing is answered any more. */
  public void closeReview(int number, @Nullable String waivedReason, Instant at, String actor) {
    database.update(
        "update batch set waived_reason = ?, review_closed_at = ?, review_closed_by = ? where"
            + " number = ?",
        waivedReason,
        at.atOffset(ZoneOffset.UTC),
        actor,
        number);
  }

  /**
   * Whether footprints of the batch that would be published rest on other factors or on another
   * methodology than these, and can be calculated by them.
   */
  public boolean isStale(int number, String factorSet, String methodology) {
    return database.count(
            "select count(*) from (select 1 from footprint_revision f where f.batch = ? and f.origin"
                + " = 'CALCULATED' and (f.factor_set <> ? or f.methodology <> ?) and not exists"
                + " (select from footprint_revision n where n.batch = f.batch and n.model_code ="
                + " f.model_code and n.revision > f.revision) and not exists (select from"
                + " recalculation_refusal r where r.batch = f.batch and r.model_code = f.model_code"
                + " and r.factor_set = ?) limit 1) stale",
            number,
            factorSet,
            methodology,
            factorSet)
        > 0;
  }

  /** Starts the recalculation at the first model. */
  public void recalculate(
      int number, @Nullable String waivedReason, boolean thenPublish, Instant at, String actor) {
    database.update(
        "update batch set state = 'RECALCULATING', waived_reason = coalesce(?, waived_reason),"
            + " recalculation_cursor = null, recalculated_at = null, recalculation_started_at = ?,"
            + " publication_wanted = ?, accepted_by = case when ? then ? else accepted_by end,"
            + " version = version + 1 where number = ?",
        waivedReason,
        at.atOffset(ZoneOffset.UTC),
        thenPublish,
        thenPublish,
        actor,
        number);
  }

  /** Publishes the batch as soon as it is recalculated. */
  public void wantPublication(int number, String actor) {
    database.update(
        "update batch set publication_wanted = true, accepted_by = ?, version = version + 1 where"
            + " number = ?",
        actor,
        number);
  }

  /** Remembers how far the recalculation came. */
  public void recalculated(int number, String cursor, long models) {
    database.update(
        "update batch set recalculation_cursor = ?, recalculated_models = recalculated_models + ?,"
            + " version = version + 1 where number = ?",
        cursor,
        models,
        number);
  }

  public void finishRecalculation(int number, Instant at) {
    database.update(
        "update batch set recalculated_at = ?, version = version + 1 where number = ?",
        at.atOffset(ZoneOffset.UTC),
        number);
  }

  /** Gives the batch the next publication number; the counter's row makes them gapless. */
  public void accept(int number, @Nullable String waivedReason, Instant at, String actor) {
    long publication =
        database.count("update publication_counter set last = last + 1 returning last");
    database.update(
        "update batch set state = 'PUBLISHING', waived_reason = coalesce(?, waived_reason), publication = ?, accepted_at ="
            + " ?, accepted_by = ?, version = version + 1 where number = ?",
        waivedReason,
        Math.toIntExact(publication),
        at.atOffset(ZoneOffset.UTC),
        actor,
        number);
  }

  private static Batch map(ResultSet row) throws SQLException {
    return new Batch(
        row.getInt("number"),
        row.getString("title"),
        BatchState.valueOf(row.getString("state")),
        row.getString("launch_from"),
        row.getString("launch_to"),
        row.getObject("feedback_deadline", LocalDate.class),
        row.getLong("version"),
        row.getLong("models"),
        row.getString("waived_reason"),
        row.getObject("publication", Integer.class),
        row.getLong("published_models"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "review_at"),
        instant(row, "published_at"),
        row.getObject("cut_off", LocalDate.class),
        instant(row, "review_closed_at"),
        row.getBoolean("publication_wanted"),
        instant(row, "recalculation_started_at"),
        row.getLong("recalculated_models"),
        row.getLong("not_recalculable"),
        instant(row, "recalculated_at"),
        instant(row, "cancelled_at"),
        row.getString("cancellation_reason"),
        correction(row.getString("correction")),
        row.getString("reason"));
  }

  private static @Nullable CorrectionKind correction(@Nullable String name) {
    return name == null ? null : CorrectionKind.valueOf(name);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
