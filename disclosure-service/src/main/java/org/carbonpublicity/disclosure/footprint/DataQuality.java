package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.StatedInput.Quality;
import org.jspecify.annotations.Nullable;

/**
 * How far a footprint rests on what is stated of its vehicle. Counted are the inputs that apply to
 * its powertrain.
 *
 * @param defaultGramsPerKm gCO2e/km of the terms whose amount or factor was taken from the factor
 *     set in place of the vehicle: the parts that no form asks for, and a traction battery whose
 *     capacity or chemistry is not stated; null for a footprint accounted elsewhere
 * @param defaultSharePercent of the footprint, 1 decimal, half up
 */
public record DataQuality(
    int measured,
    int defaults,
    int missing,
    @Nullable BigDecimal defaultGramsPerKm,
    @Nullable BigDecimal defaultSharePercent) {

  static DataQuality of(List<StatedInput> inputs, List<ExplainedTerm> terms) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal assumed = BigDecimal.ZERO;
    for (ExplainedTerm term : terms) {
      total = total.add(term.gramsPerKm());
      if (term.quality() == Quality.DEFAULT) {
        assumed = assumed.add(term.gramsPerKm());
      }
    }
    boolean calculated = !terms.isEmpty();
    return new DataQuality(
        count(inputs, Quality.MEASURED),
        count(inputs, Quality.DEFAULT),
        count(inputs, Quality.MISSING),
        calculated ? assumed : null,
        calculated ? percent(assumed, total) : null);
  }

  private static int count(List<StatedInput> inputs, Quality quality) {
    return (int) inputs.stream().filter(input -> input.quality() == quality).count();
  }

  /** A share in percent, 1 decimal, half up; null of nothing. */
  static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? null
        : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
  }
}
