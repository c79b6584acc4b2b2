package org.carbonpublicity.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void valuesBetweenPlacesAreInterpolated() {
    // 10, 20, 30, 40: the median lies half way, the 10th percentile at 1 + 0.1·3 = 1.3.
    assertThat(of(List.of("10", "20", "30", "40")))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(decimals("10", "13", "17.5", "25", "32.5", "37", "40"));
  }

  @Test
  void aSingleValueIsEveryQuantile() {
    assertThat(of(List.of("7.25")))
        .usingElementComparator(BigDecimal::compareTo)
        .containsOnly(new BigDecimal("7.25"));
  }

  @Property
  void ofEvenlySpacedValuesIsTheSamePartOfTheirRange(
      @ForAll @LongRange(min = 1, max = 2000) long n) {
    List<BigDecimal> quantiles = of(LongStream.range(0, n).mapToObj(Long::toString).toList());

    int[] percent = {0, 10, 25, 50, 75, 90, 100};
    for (int i = 0; i < percent.length; i++) {
      assertThat(quantiles.get(i))
          .isEqualByComparingTo(BigDecimal.valueOf(percent[i] * (n - 1), 2));
    }
  }

  private static List<BigDecimal> of(List<String> ordered) {
    Quantiles quantiles = new Quantiles(ordered.size());
    return quantiles.interpolated(
        quantiles.places().stream()
            .map(place -> new BigDecimal(ordered.get(Math.toIntExact(place) - 1)))
            .toList());
  }

  private static BigDecimal[] decimals(String... values) {
    return java.util.Arrays.stream(values).map(BigDecimal::new).toArray(BigDecimal[]::new);
  }
}
