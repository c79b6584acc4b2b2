package org.carbonpublicity.assessment.scoring;

import java.util.List;

/** What scoring found; every number is a count, so that nothing was rounded. */
public record Outcome(
    int mandatoryItems,
    int mandatoryMet,
    int bonusItems,
    int bonusMet,
    Award award,
    List<DimensionCount> dimensions) {

  /** 100 · items met / mandatory items; over 100 with bonus items. */
  public Share score() {
    return new Share(mandatoryMet + bonusMet, mandatoryItems);
  }

  /** 100 · mandatory items met / mandatory items. */
  public Share mandatoryRatio() {
    return new Share(mandatoryMet, mandatoryItems);
  }
}
