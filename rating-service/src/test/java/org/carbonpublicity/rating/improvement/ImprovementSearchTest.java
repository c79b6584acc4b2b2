package org.carbonpublicity.rating.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carbonpublicity.rating.improvement.Improvement.Reason;
import org.carbonpublicity.rating.improvement.ImprovementSearch.WhatIf;

class ImprovementSearchTest {

  /** Of every footprint, apart from what the input adds. */
  private static final BigDecimal REST = new BigDecimal("60.123456789");

  @Property
  void theHighestValueThatReachesTheClassIsFound(
      @ForAll("values") BigDecimal present,
      @ForAll("slopes") BigDecimal slope,
      @ForAll("falls") BigDecimal mustFallBy) {
    WhatIf whatIf = linear(slope);
    BigDecimal footprint = whatIf.gramsPerKm(VehicleInput.FUEL, present);
    BigDecimal bound = footprint.subtract(mustFallBy);
    Improvement found =
        new ImprovementSearch(footprint, mustFallBy, value -> value.compareTo(bound) <= 0)
            .find(VehicleInput.FUEL, present, whatIf);

    BigDecimal needed = found.needed();
    if (needed == null) {
      assertThat(found.reason()).isEqualTo(Reason.NOT_REACHABLE_BY_THIS_ALONE);
      // Even at the least value that may be told it would be too much.
      assertThat(whatIf.gramsPerKm(VehicleInput.FUEL, new BigDecimal("0.003")))
          .isGreaterThan(bound);
      return;
    }
    assertThat(needed).isPositive().isLessThan(present);
    assertThat(needed.scale()).isEqualTo(3);
    assertThat(found.footprintGramsPerKm())
        .isEqualTo(whatIf.gramsPerKm(VehicleInput.FUEL, needed))
        .isLessThanOrEqualTo(bound);
    // Two steps more, one of which may be due to the rounding of what is calculated.
    assertThat(whatIf.gramsPerKm(VehicleInput.FUEL, needed.add(new BigDecimal("0.002"))))
        .isGreaterThan(bound);
  }

  @Example
  void whatNeedsNothingOrLessIsNotReachable() {
    WhatIf whatIf = linear(BigDecimal.TEN);
    Improvement found =
        new ImprovementSearch(
                whatIf.gramsPerKm(VehicleInput.BATTERY, BigDecimal.ONE),
                BigDecimal.TEN,
                value -> true)
            .find(VehicleInput.BATTERY, BigDecimal.ONE, whatIf);

    assertThat(found.needed()).isNull();
    assertThat(found.reason()).isEqualTo(Reason.NOT_REACHABLE_BY_THIS_ALONE);
  }

  @Example
  void whatAVehicleCannotHaveIsNotReachable() {
    WhatIf line = linear(BigDecimal.TEN);
    // From 4 on.
    WhatIf whatIf =
        (input, value) ->
            value.compareTo(new BigDecimal("4")) < 0 ? null : line.gramsPerKm(input, value);
    BigDecimal footprint = whatIf.gramsPerKm(VehicleInput.FUEL, new BigDecimal("4.2"));
    // 0.9 of it is refused: the second point is above it.
    Improvement near =
        new ImprovementSearch(footprint, BigDecimal.ONE, value -> true)
            .find(VehicleInput.FUEL, new BigDecimal("4.2"), whatIf);
    Improvement far =
        new ImprovementSearch(footprint, BigDecimal.TEN, value -> true)
            .find(VehicleInput.FUEL, new BigDecimal("4.2"), whatIf);

    assertThat(near.needed()).isEqualTo("4.100");
    assertThat(far.reason()).isEqualTo(Reason.NOT_REACHABLE_BY_THIS_ALONE);
  }

  @Example
  void anInputThatLowersTheFootprintDoesNotHelpByFalling() {
    WhatIf whatIf = linear(new BigDecimal("-1"));
    Improvement found =
        new ImprovementSearch(
                whatIf.gramsPerKm(VehicleInput.FUEL, BigDecimal.TEN), BigDecimal.ONE, value -> true)
            .find(VehicleInput.FUEL, BigDecimal.TEN, whatIf);

    assertThat(found.reason()).isEqualTo(Reason.NOT_REACHABLE_BY_THIS_ALONE);
  }

  /** Rounded as disclosure rounds. */
  private static WhatIf linear(BigDecimal slope) {
    return (input, value) -> REST.add(slope.multiply(value)).setScale(12, RoundingMode.HALF_UP);
  }

  @Provide
  Arbitrary<BigDecimal> values() {
    return decimals("0.5", "30", 6);
  }

  /** A litre of fuel and a kWh are about 28 and 6 g/km. */
  @Provide
  Arbitrary<BigDecimal> slopes() {
    return decimals("0.5", "60", 9);
  }

  @Provide
  Arbitrary<BigDecimal> falls() {
    return decimals("0.000001", "200", 9);
  }

  private static Arbitrary<BigDecimal> decimals(String from, String to, int scale) {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal(from), new BigDecimal(to))
        .ofScale(scale);
  }
}
