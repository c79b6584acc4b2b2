package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;

/**
 * One summand of a footprint, with everything needed to recompute it: {@code amount · factor} is in
 * kgCO2e over the lifetime.
 *
 * @param cycle {@code VEHICLE} or {@code FUEL}
 * @param name stable, kebab case: {@code fuel-combustion}
 * @param amount over the lifetime, in {@code unit}
 * @param factor kgCO2e per unit
 * @param gramsPerKm {@code 1000 · amount · factor / lifetime km}, 12 decimals, half up
 * @param source names of the factors that went in
 */
public record Term(
    Cycle cycle,
    String name,
    BigDecimal amount,
    String unit,
    BigDecimal factor,
    BigDecimal gramsPerKm,
    String source) {

  /** Where in the life of a vehicle the emission happens. */
  public enum Cycle {
    VEHICLE,
    FUEL
  }
}
