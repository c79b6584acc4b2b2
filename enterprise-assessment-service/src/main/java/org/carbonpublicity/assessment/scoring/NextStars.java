package org.carbonpublicity.assessment.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next better row of the table of stars and the cheapest ways there.
 *
 * @param items the fewest further items that reach it; absent when all items together would not
 * @param mixes how many mandatory and bonus items such ways may have
 * @param sets the ways themselves, each in the order of the guideline, the first ones of them in
 *     that order
 * @param complete false when there are more ways than are listed
 */
public record NextStars(
    int stars,
    @Nullable BigDecimal scoreFloor,
    @Nullable BigDecimal mandatoryRatioFloorPercent,
    @Nullable Integer items,
    List<Mix> mixes,
    List<List<String>> sets,
    boolean complete) {

  /** How many further items of each kind. */
  public record Mix(int mandatory, int bonus) {}
}
