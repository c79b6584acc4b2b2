package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;

/**
 * A straight line of reference footprint over curb mass.
 *
 * @param interceptGramsPerKm value at mass 0 in gCO2e/km; may be negative
 * @param slopeGramsPerKmPerKg rise per kg of curb mass in gCO2e/km
 */
public record ReferenceLine(BigDecimal interceptGramsPerKm, BigDecimal slopeGramsPerKmPerKg) {

  /** {@code intercept + slope · mass} in gCO2e/km, exact. */
  public BigDecimal at(BigDecimal curbMassKg) {
    return interceptGramsPerKm.add(slopeGramsPerKmPerKg.multiply(curbMassKg));
  }
}
