package org.carbonpublicity.assessment.carbontarget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class TargetPathPropertyTest {

  private static TargetDefinition definition(
      TargetModel model, BigDecimal base, int last, BigDecimal rate, List<ActivityPoint> activity) {
    return new TargetDefinition(
        new Baseline(2020, base, TargetUnit.GCO2E_PER_KM, List.of()),
        last,
        model,
        Ambition.WELL_BELOW_2,
        rate,
        null,
        null,
        activity,
        null,
        List.of());
  }

  private static void assertFalling(TargetPath path) {
    Fraction before = null;
    for (Fraction allowed : path.allowed().values()) {
      assertThat(before == null || allowed.compareTo(before) <= 0).isTrue();
      before = allowed;
    }
  }

  @Property(tries = 200)
  void contractionFallsToItsTarget(
      @ForAll @BigRange(min = "0.001", max = "1000000000") @Scale(3) BigDecimal base,
      @ForAll @BigRange(min = "2.5", max = "3.3") @Scale(4) BigDecimal rate,
      @ForAll @IntRange(min = 2027, max = 2050) int last) {
    TargetPath path =
        TargetPath.of(
            definition(TargetModel.ABSOLUTE_CONTRACTION, base, last, rate, List.of()), null);

    assertFalling(path);
    BigDecimal left =
        BigDecimal.ONE.subtract(rate.movePointLeft(2).multiply(BigDecimal.valueOf(last - 2020)));
    assertThat(path.target()).isEqualTo(Fraction.of(base.multiply(left)));
    assertThat(path.allowed().lastKey()).isEqualTo(last);
  }

  @Property(tries = 200)
  void atConstantShareConvergenceFallsToTheSectorsIntensityOf2050(
      @ForAll @BigRange(min = "20.001", max = "1000") @Scale(3) BigDecimal base,
      @ForAll @IntRange(min = 1, max = 900) int share) {
    // The same part of the sector's activity in each of the pathway's years.
    BigDecimal part = new BigDecimal(share).movePointLeft(3);
    List<ActivityPoint> activity =
        TargetPathTest.PATHWAY.points().stream()
            .map(point -> new ActivityPoint(point.year(), point.activity().multiply(part)))
            .toList();
    TargetPath path =
        TargetPath.of(
            definition(TargetModel.INTENSITY_CONVERGENCE, base, 2050, null, activity),
            TargetPathTest.PATHWAY);

    assertFalling(path);
    assertThat(path.allowed(2020)).isEqualTo(Fraction.of(base));
    assertThat(path.target()).isEqualTo(Fraction.of(20));
  }

  @Property(tries = 200)
  void aFractionComparesLikeItsDecimals(
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal one,
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal other) {
    assertThat(Integer.signum(Fraction.of(one).compareTo(Fraction.of(other))))
        .isEqualTo(one.compareTo(other));
    assertThat(Fraction.of(one).minus(Fraction.of(other)).plus(Fraction.of(other)).shown())
        .isEqualByComparingTo(one);
  }
}
