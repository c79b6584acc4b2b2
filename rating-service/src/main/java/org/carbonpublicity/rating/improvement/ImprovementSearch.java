package org.carbonpublicity.rating.improvement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value of an input that lowers a footprint far enough. A footprint is linear in each of
 * its inputs, so two points tell where the line meets the target; a third calculation confirms it.
 */
public final class ImprovementSearch {

  /** Decimals of an input that a calculation takes at most. */
  private static final int INPUT_DECIMALS = 6;

  private static final int DECIMALS = 18;

  private final BigDecimal footprint;
  private final BigDecimal mustFallBy;
  private final Predicate<BigDecimal> reached;

  /** What a footprint would be. */
  public interface WhatIf {
    /** In gCO2e/km; null when a vehicle cannot have that value. */
    @Nullable BigDecimal gramsPerKm(VehicleInput input, BigDecimal value);
  }

  /**
   * @param footprint of the vehicle as it is, in gCO2e/km
   * @param mustFallBy positive, in gCO2e/km
   * @param reached whether a footprint has the better class
   */
  public ImprovementSearch(
      BigDecimal footprint, BigDecimal mustFallBy, Predicate<BigDecimal> reached) {
    this.footprint = footprint;
    this.mustFallBy = mustFallBy;
    this.reached = reached;
  }

  /** What this input alone would have to be. */
  public Improvement find(VehicleInput input, BigDecimal present, WhatIf whatIf) {
    BigDecimal slope = slope(input, present, whatIf);
    if (slope == null || slope.signum() <= 0) {
      return Improvement.unreachable(input, present);
    }
    BigDecimal needed =
        present
            .subtract(mustFallBy.divide(slope, DECIMALS, RoundingMode.CEILING))
            .setScale(input.decimals(), RoundingMode.FLOOR);
    // What is calculated is rounded, too: on the very bound that may miss it by one in the last
    // place of the footprint.
    BigDecimal step = BigDecimal.ONE.movePointLeft(input.decimals());
    for (int attempt = 0; attempt < 2; attempt++) {
      BigDecimal confirmed = needed.signum() > 0 ? whatIf.gramsPerKm(input, needed) : null;
      if (confirmed == null) {
        break;
      }
      if (reached.test(confirmed)) {
        return new Improvement(input, present, needed, confirmed, null);
      }
      needed = needed.subtract(step);
    }
    return Improvement.unreachable(input, present);
  }

  /** Rise of the footprint per unit of the input; null when no second point can be had. */
  private @Nullable BigDecimal slope(VehicleInput input, BigDecimal present, WhatIf whatIf) {
    for (String factor : new String[] {"0.9", "1.1"}) {
      BigDecimal other =
          present.multiply(new BigDecimal(factor)).setScale(INPUT_DECIMALS, RoundingMode.HALF_UP);
      BigDecimal value = other.compareTo(present) == 0 ? null : whatIf.gramsPerKm(input, other);
      if (value != null) {
        return value
            .subtract(footprint)
            .divide(other.subtract(present), DECIMALS, RoundingMode.HALF_UP);
      }
    }
    return null;
  }
}
