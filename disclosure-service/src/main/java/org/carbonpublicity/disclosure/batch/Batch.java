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
 * @param statedCutOff the last day that it covers, where it is not the end of the launch window
 * @param waivedReason why it is published without all answers
 * @param publicationWanted it is published as soon as it is recalculated
 * @param recalculatedModels models that got a new revision by the recalculation
 * @param notRecalculableModels models that the factors in force cannot calculate; they keep theirs
 * @param correction what it corrects; null for a disclosure round
 * @param reason of a correction
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
    @Nullable Instant publishedAt,
    @Nullable LocalDate statedCutOff,
    @Nullable Instant reviewClosedAt,
    boolean publicationWanted,
    @Nullable Instant recalculationStartedAt,
    long recalculatedModels,
    long notRecalculableModels,
    @Nullable Instant recalculatedAt,
    @Nullable Instant cancelledAt,
    @Nullable String cancellationReason,
    @Nullable CorrectionKind correction,
    @Nullable String reason) {

  /** What audit entries call it. */
  public String subject() {
    return subject(number);
  }

  /** What audit entries call the batch of a number. */
  public static String subject(int number) {
    return "batch/" + number;
  }

  /** The last day that it covers. */
  public @Nullable LocalDate cutOff() {
    if (statedCutOff != null) {
      return statedCutOff;
    }
    return launchTo == null ? null : YearMonth.parse(launchTo).atEndOfMonth();
  }

  /** Whether automakers have seen it, or see it. */
  public boolean isKnownToAutomakers() {
    return state != BatchState.DRAFT
        && state != BatchState.PREPARING
        && (state != BatchState.CANCELLED || reviewAt != null);
  }
}
