package org.carbonpublicity.assessment.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One row of a guideline's table of stars: what a result must reach for this many stars.
 *
 * @param stars 1 to 5
 * @param scoreFloor smallest score, inclusive; absent when any score will do
 * @param mandatoryRatioFloorPercent smallest share of mandatory items met in percent, inclusive;
 *     absent when any will do
 */
public record StarRule(
    int stars, @Nullable BigDecimal scoreFloor, @Nullable BigDecimal mandatoryRatioFloorPercent) {

  boolean scoreReached(Share score) {
    return scoreFloor == null || score.atLeast(scoreFloor);
  }

  boolean ratioReached(Share ratio) {
    return mandatoryRatioFloorPercent == null || ratio.atLeast(mandatoryRatioFloorPercent);
  }

  boolean reached(Share score, Share ratio) {
    return scoreReached(score) && ratioReached(ratio);
  }
}
