package org.carbonpublicity.rating.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.carbonpublicity.rating.simulation.BandFit.Gap;
import org.junit.jupiter.api.Test;

class BandFitTest {

  private static final List<BigDecimal> WANTED = numbers("34.8", "19.8", "18.9", "18.5", "8.1");

  @Test
  void sharesAreTakenInProportion() {
    // They add up to 100.1.
    assertThat(BandFit.cumulativeCounts(WANTED, 7_090))
        .containsExactly(2_465L, 3_867L, 5_206L, 6_516L);
    assertThat(BandFit.cumulativeCounts(WANTED, 0)).containsExactly(0L, 0L, 0L, 0L);
  }

  @Test
  void aBoundHasAsFewDecimalsAsItsGapAllows() {
    assertThat(
            BandFit.bounds(
                List.of(
                    gap("0.912345", "0.934567"),
                    gap("0.961111", "0.961234"),
                    gap("0.999999", "1.000003"),
                    gap("1.234567", null))))
        .isEqualTo(numbers("0.92", "0.9612", "1", "2"));
  }

  @Test
  void whatCannotBePartedIsNot() {
    List<BigDecimal> bounds =
        BandFit.bounds(
            List.of(gap(null, "0.9"), gap("0.9", "0.9"), gap("0.9", "0.9"), gap("0.9", "0.95")));

    assertThat(bounds).isSorted().doesNotHaveDuplicates();
    assertThat(bounds.get(0)).isLessThan(new BigDecimal("0.9"));
    assertThat(bounds.get(1)).isGreaterThan(new BigDecimal("0.9"));
    assertThat(bounds.get(3)).isLessThan(new BigDecimal("0.95"));
  }

  @Property
  void modelsOfDifferentRatioArePartedAsWanted(
      @ForAll @Size(min = 5, max = 200) @UniqueElements
          List<@BigRange(min = "0.1", max = "3") @Scale(4) BigDecimal> ratios,
      @ForAll @Size(5) List<@IntRange(min = 1, max = 100) Integer> weights) {
    List<BigDecimal> sorted = new ArrayList<>(ratios);
    Collections.sort(sorted);
    List<Long> counts =
        BandFit.cumulativeCounts(weights.stream().map(BigDecimal::valueOf).toList(), sorted.size());
    List<BigDecimal> bounds =
        BandFit.bounds(
            counts.stream()
                .map(
                    count ->
                        new Gap(
                            count == 0 ? null : sorted.get((int) (count - 1)),
                            count == sorted.size() ? null : sorted.get((int) (long) count)))
                .toList());

    for (int i = 0; i < bounds.size(); i++) {
      BigDecimal bound = bounds.get(i);
      assertThat(sorted.stream().filter(ratio -> ratio.compareTo(bound) <= 0).count())
          .isEqualTo(counts.get(i));
    }
  }

  private static Gap gap(String last, String next) {
    return new Gap(
        last == null ? null : new BigDecimal(last), next == null ? null : new BigDecimal(next));
  }

  private static List<BigDecimal> numbers(String... numbers) {
    return Stream.of(numbers).map(BigDecimal::new).toList();
  }
}
