package org.carbonpublicity.reporting.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An arithmetic mean of footprints, kept as its exact sum and count. Means are compared by their
 * exact value, never as displayed.
 *
 * @param sum of the footprints in gCO2e/km
 * @param models how many, at least 1
 */
record Mean(BigDecimal sum, long models) implements Comparable<Mean> {

  Mean {
    if (models < 1) {
      throw new IllegalArgumentException("no mean of " + models + " models");
    }
  }

  /** As displayed: gCO2e/km with two decimals, half up. */
  BigDecimal gramsPerKm() {
    return sum.divide(BigDecimal.valueOf(models), 2, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Mean other) {
    return sum.multiply(BigDecimal.valueOf(other.models))
        .compareTo(other.sum.multiply(BigDecimal.valueOf(models)));
  }

  // A record's own equals would tell 1.0 from 1.00, and 2/2 from 1/1.
  @Override
  public boolean equals(Object other) {
    return other instanceof Mean mean && compareTo(mean) == 0;
  }

  @Override
  public int hashCode() {
    return gramsPerKm().hashCode();
  }
}
