package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;

/**
 * A straight line of reference footprint over curb mass.
 *
 * @param interceptGramsPerKm value at mass 0 in gCO2e/km; may be negative
 * @param slopeGramsPerKmPerKg rise per kg of curb mass in gCO2e/km; a fitted one may be negative
 */
public record ReferenceLine(BigDecimal interceptGramsPerKm, BigDecimal slopeGramsPerKmPerKg) {

  /** {@code intercept + slope · mass} in gCO2e/km, exact. */
  public BigDecimal at(BigDecimal curbMassKg) {
    return interceptGramsPerKm.add(slopeGramsPerKmPerKg.multiply(curbMassKg));
  }

  /** The same as a reference, which has to be positive. */
  Reference referenceAt(BigDecimal curbMassKg) {
    BigDecimal value = at(curbMassKg);
    return value.signum() > 0 ? Reference.of(value) : Reference.missing(UnratedReason.NO_LINE);
  }
}
