package org.carbonpublicity.rating.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** Least squares over exact sums. */
class LineFitTest {

  private record Point(BigDecimal massKg, BigDecimal gramsPerKm) {}

  @Property(tries = 200)
  void goesThroughPointsThatLieOnALine(
      @ForAll @BigRange(min = "-100", max = "300") @Scale(4) BigDecimal intercept,
      @ForAll @BigRange(min = "-0.1", max = "0.4") @Scale(6) BigDecimal slope) {
    ReferenceLine line = new ReferenceLine(intercept, slope);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < LineFit.FEWEST_MODELS; i++) {
      BigDecimal mass = BigDecimal.valueOf(9_000 + 137L * i, 1);
      points.add(new Point(mass, line.at(mass)));
    }

    ReferenceLine fitted = fit(points).line().orElseThrow();

    assertThat(fitted.interceptGramsPerKm()).isEqualByComparingTo(intercept);
    assertThat(fitted.slopeGramsPerKmPerKg()).isEqualByComparingTo(slope);
  }

  /** Anscombe's quartet, I (F. J. Anscombe, Graphs in Statistical Analysis, 1973), three times. */
  @Test
  void agreesWithATextbook() {
    String[] x = {"10", "8", "13", "9", "11", "14", "6", "4", "12", "7", "5"};
    String[] y = {
      "8.04", "6.95", "7.58", "8.81", "8.33", "9.96", "7.24", "4.26", "10.84", "4.82", "5.68"
    };
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 3 * x.length; i++) {
      points.add(new Point(new BigDecimal(x[i % x.length]), new BigDecimal(y[i % x.length])));
    }

    ReferenceLine fitted = fit(points).line().orElseThrow();

    // 33.001 / 11 and 55.01 / 110, to 12 decimals.
    assertThat(fitted.interceptGramsPerKm()).isEqualByComparingTo("3.000090909091");
    assertThat(fitted.slopeGramsPerKmPerKg()).isEqualByComparingTo("0.500090909091");
  }

  @Test
  void needsThirtyModelsOfDifferentMass() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < LineFit.FEWEST_MODELS - 1; i++) {
      points.add(new Point(BigDecimal.valueOf(1_000 + i), BigDecimal.valueOf(200 + i)));
    }
    assertThat(fit(points).line()).isEmpty();
    points.add(new Point(BigDecimal.valueOf(1_000), BigDecimal.valueOf(200)));
    assertThat(fit(points).line()).isPresent();

    List<Point> alike = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      alike.add(new Point(BigDecimal.valueOf(1_400), BigDecimal.valueOf(200 + i)));
    }
    assertThat(fit(alike).line()).isEmpty();
  }

  private static LineFit fit(List<Point> points) {
    BigDecimal x = BigDecimal.ZERO;
    BigDecimal y = BigDecimal.ZERO;
    BigDecimal xx = BigDecimal.ZERO;
    BigDecimal xy = BigDecimal.ZERO;
    for (Point point : points) {
      x = x.add(point.massKg());
      y = y.add(point.gramsPerKm());
      xx = xx.add(point.massKg().multiply(point.massKg()));
      xy = xy.add(point.massKg().multiply(point.gramsPerKm()));
    }
    return new LineFit(points.size(), x, y, xx, xy);
  }
}
