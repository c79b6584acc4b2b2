package org.carbonpublicity.disclosure.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure round.
 *
 * @param launchFrom first month of launch that it covers, YYYY-MM
 * @param launchTo last month of launch that it covers, YYYY-MM
 * @param version grows with every change
 * @param models vehicle models in it
 * @param publication its number in the order of publications, from 1
 * @param publishedModels models whose publication is on its way or done
 */
public record Batch(
    int number,
    String title,
    BatchState state,
    @Nullable String launchFrom,
    @Nullable String launchTo,
    @Nullable LocalDate feedbackDeadline,
    long version,
    long models,
    @Nullable String waivedReason,
    @Nullable Integer publication,
    long publishedModels,
    Instant createdAt,
    @Nullable Instant reviewAt,
    @Nullable Instant publishedAt) {

  /** The last day that it covers. */
  public @Nullable LocalDate cutOff() {
    return launchTo == null ? null : YearMonth.parse(launchTo).atEndOfMonth();
  }
}
