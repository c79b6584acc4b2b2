package org.carbonpublicity.disclosure.correction.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Corrections as batches. */
@ApplicationScoped
public class CorrectionRepository {

  /** Rounds are numbered by analysts, in a row; corrections leave room for them. */
  private static final int LAST_OF_ROUNDS = 1_000_000;

  private final Database database;

  CorrectionRepository(Database database) {
    this.database = database;
  }

  /**
   * Opens a correction under the next number of all batches above 1,000,000; it is in preparation.
   *
   * @param factorSet of a recalculation
   */
  public int open(
      CorrectionKind kind, String reason, @Nullable String factorSet, Instant at, String actor) {
    while (true) {
      long number =
          database.count(
              "insert into batch (number, title, state, correction, reason, factor_set, created_at,"
                  + " created_by) select greatest(coalesce(max(number), 0), ?) + 1, ?, 'PREPARING', ?, ?, ?, ?, ?"
                  + " from batch on conflict do nothing returning number",
              LAST_OF_ROUNDS,
              kind.title(),
              kind.name(),
              reason,
              factorSet,
              at.atOffset(ZoneOffset.UTC),
              actor);
      // Another request took the number meanwhile, when there is none.
      if (number > 0) {
        return Math.toIntExact(number);
      }
    }
  }

  /**
   * Accepts a correction for publication. Comes last in its transaction: the counter's row keeps
   * all others from being accepted until it ends.
   *
   * @param models models that it revises
   * @return its number in the order of publications
   */
  public int accept(int batch, long models, Instant at, String actor) {
    int publication = nextPublication();
    accept(batch, publication, models, at, actor);
    return publication;
  }

  /** The next number in the order of publications; nobody else gets one before this commits. */
  public int nextPublication() {
    return Math.toIntExact(
        database.count("update publication_counter set last = last + 1 returning last"));
  }

  public void accept(int batch, int publication, long models, Instant at, String actor) {
    database.update(
        "update batch set state = 'PUBLISHING', publication = ?, models = ?, accepted_at = ?,"
            + " accepted_by = ?, version = version + 1 where number = ?",
        publication,
        models,
        at.atOffset(ZoneOffset.UTC),
        actor,
        batch);
  }
}
