package org.carbonpublicity.disclosure.outlier;

import org.jspecify.annotations.Nullable;

/**
 * A model as the rules see it: present revision and preliminary footprint. Arithmetic of judgement,
 * not of publication: doubles do.
 *
 * @param preliminaryGramsPerKm footprint of its first revision in the batch
 */
public record Candidate(
    String modelCode,
    int revision,
    String enterprise,
    String series,
    String powertrain,
    @Nullable Double curbMassKg,
    @Nullable Double fuelLPer100Km,
    @Nullable Double electricityKwhPer100Km,
    @Nullable Double batteryKwh,
    double footprintGramsPerKm,
    double preliminaryGramsPerKm) {

  /** Variants of one series with one powertrain are siblings. */
  boolean isSiblingOf(Candidate other) {
    return enterprise.equals(other.enterprise)
        && series.equals(other.series)
        && powertrain.equals(other.powertrain);
  }
}
