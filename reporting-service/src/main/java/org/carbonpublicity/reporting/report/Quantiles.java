package org.carbonpublicity.reporting.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the quantiles of {@code n} ordered values lie: the q-quantile at place 1 + q·(n − 1),
 * interpolated linearly between its two neighbours (Hyndman and Fan's type 7, the usual one of
 * statistics packages and spreadsheets).
 *
 * @param n number of values, at least 1
 */
public record Quantiles(long n) {

  /** The quantiles of {@link Population.Spread}, in percent. */
  private static final List<Integer> PERCENT = List.of(0, 10, 25, 50, 75, 90, 100);

  private static final int HUNDRED = 100;

  public Quantiles {
    if (n < 1) {
      throw new IllegalArgumentException("no quantiles of " + n + " values");
    }
  }

  /** Places from 1 to n whose values are needed, two for each quantile: below and above. */
  public List<Long> places() {
    List<Long> places = new ArrayList<>();
    for (int percent : PERCENT) {
      long below = 1 + percent * (n - 1) / HUNDRED;
      boolean between = percent * (n - 1) % HUNDRED != 0;
      places.add(below);
      places.add(between ? below + 1 : below);
    }
    return places;
  }

  /**
   * The quantiles, exact.
   *
   * @param values at the {@link #places}
   */
  public List<BigDecimal> interpolated(List<BigDecimal> values) {
    List<BigDecimal> quantiles = new ArrayList<>();
    for (int i = 0; i < PERCENT.size(); i++) {
      BigDecimal below = values.get(2 * i);
      BigDecimal above = values.get(2 * i + 1);
      BigDecimal part = BigDecimal.valueOf(PERCENT.get(i) * (n - 1) % HUNDRED, 2);
      quantiles.add(below.add(above.subtract(below).multiply(part)));
    }
    return quantiles;
  }
}
