package org.carbonpublicity.assessment.carbontarget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise sets itself.
 *
 * @param annualReductionPercent of an absolute contraction, percent of the baseline per year
 * @param pathway of an intensity convergence: id of the sector pathway
 * @param pathwayVersion the version of it that counts, whatever comes later
 * @param activity of an intensity convergence: of the base year, the target year and any between,
 *     in the order of years
 * @param targetValue of an intensity convergence: lower than the model's, where one is wanted
 * @param checkpoints in the order of years
 */
public record TargetDefinition(
    Baseline baseline,
    int targetYear,
    TargetModel model,
    Ambition ambition,
    @Nullable BigDecimal annualReductionPercent,
    @Nullable String pathway,
    @Nullable Integer pathwayVersion,
    List<ActivityPoint> activity,
    @Nullable BigDecimal targetValue,
    List<Checkpoint> checkpoints) {

  /** Activity of the enterprise, linear between the years given; empty outside of them. */
  public Optional<Fraction> activityOf(int year) {
    return Interpolation.at(year, activity, ActivityPoint::year, ActivityPoint::value);
  }
}
