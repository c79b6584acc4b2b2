package org.carbonpublicity.rating.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One complete re-rating.
 *
 * @param number 1, 2, 3, … without gaps
 * @param scheme id of the scheme it was rated under
 * @param activation number of the scheme's activation
 * @param publication the last publication in it; it contains all up to that one
 * @param cutOff day that its last dated publication describes
 * @param modelsRated models with a class, on sale or not
 * @param classCounts rated models of class 1 to 5, on sale or not
 * @param ratingEvents models whose rating differs from the edition before
 * @param emittedBlocks how much of the ratings' table has been told of
 */
public record Edition(
    int number,
    EditionState state,
    EditionTrigger trigger,
    String scheme,
    int activation,
    int publication,
    @Nullable LocalDate cutOff,
    long models,
    long modelsOnSale,
    long modelsRated,
    List<Long> classCounts,
    long ratingEvents,
    long emittedBlocks,
    Instant computedAt,
    @Nullable Instant completedAt) {

  /** The edition before; null for the first. */
  public @Nullable Integer previous() {
    return number == 1 ? null : number - 1;
  }

  public long modelsUnrated() {
    return models - modelsRated;
  }
}
