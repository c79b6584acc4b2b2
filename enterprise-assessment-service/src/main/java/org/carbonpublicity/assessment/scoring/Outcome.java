package org.carbonpublicity.assessment.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What scoring found; every number is a count or a sum of points, so that nothing was rounded.
 *
 * @param itemsMet codes of the items that counted as met, in the order of the guideline; absent in
 *     what was scored before they were noted
 * @param points absent where all items weigh the same: the counts then say it all
 */
public record Outcome(
    int mandatoryItems,
    int mandatoryMet,
    int bonusItems,
    int bonusMet,
    Award award,
    List<DimensionCount> dimensions,
    @Nullable List<String> itemsMet,
    @Nullable Points points) {

  /** 100 · points met / points of all mandatory items; over 100 with bonus items. */
  public Share score() {
    return points == null
        ? new Share(mandatoryMet + bonusMet, mandatoryItems)
        : new Share(points.met(), points.mandatory());
  }

  /** 100 · mandatory items met / mandatory items. */
  public Share mandatoryRatio() {
    return new Share(mandatoryMet, mandatoryItems);
  }
}
