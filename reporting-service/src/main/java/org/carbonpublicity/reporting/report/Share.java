package org.carbonpublicity.reporting.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A part of a whole in models. Shares are compared by their exact value, never as displayed.
 *
 * @param part number of models that count, 0 to {@code whole}
 * @param whole number of models of the base, at least 1
 */
record Share(long part, long whole) implements Comparable<Share> {

  Share {
    if (whole < 1 || part < 0 || part > whole) {
      throw new IllegalArgumentException("not a share: " + part + " of " + whole);
    }
  }

  /** As displayed: percent with one decimal, half up (1 of 16 is 6.3). */
  BigDecimal percent() {
    return BigDecimal.valueOf(part)
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Share other) {
    return cross(part, other.whole).compareTo(cross(other.part, whole));
  }

  private static BigInteger cross(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }
}
