package org.carbonpublicity.rating.improvement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one input would have to be for the next better class, all else as it is.
 *
 * @param present null when the vehicle states none
 * @param needed the highest value that reaches the class, rounded down to the decimals of the
 *     input; null when none does
 * @param footprintGramsPerKm with that value, as calculated; null when there is none
 * @param reason why there is none; null when there is one
 */
public record Improvement(
    VehicleInput input,
    @Nullable BigDecimal present,
    @Nullable BigDecimal needed,
    @Nullable BigDecimal footprintGramsPerKm,
    @Nullable Reason reason) {

  /** Why no value of an input reaches the class. */
  public enum Reason {
    /** The vehicle has no such input, or states none. */
    NO_SUCH_INPUT,
    /** It would have to be zero or less, or less than a vehicle can have. */
    NOT_REACHABLE_BY_THIS_ALONE
  }

  static Improvement none(VehicleInput input) {
    return new Improvement(input, null, null, null, Reason.NO_SUCH_INPUT);
  }

  static Improvement unreachable(VehicleInput input, BigDecimal present) {
    return new Improvement(input, present, null, null, Reason.NOT_REACHABLE_BY_THIS_ALONE);
  }
}
