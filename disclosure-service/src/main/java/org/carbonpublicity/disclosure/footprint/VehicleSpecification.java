package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.VehicleInformation;
import org.jspecify.annotations.Nullable;

/**
 * What a footprint is calculated from. Missing is null and never zero.
 *
 * @param curbMassKg with battery and fluids, without driver and load
 * @param fuelLPer100Km petrol or diesel; a PHEV's is weighted by its utility factor
 * @param electricityKwhPer100Km at the plug; a PHEV's is weighted by its utility factor
 * @param batteryKwh capacity of the traction battery
 */
public record VehicleSpecification(
    Powertrain powertrain,
    BigDecimal curbMassKg,
    @Nullable BigDecimal fuelLPer100Km,
    @Nullable BigDecimal electricityKwhPer100Km,
    @Nullable BigDecimal batteryKwh,
    @Nullable BatteryChemistry batteryChemistry) {

  /**
   * What a form states.
   *
   * @throws ImplausibleVehicleException when the curb mass is missing
   */
  public static VehicleSpecification of(VehicleInformation vehicle) {
    BigDecimal mass = vehicle.curbMassKg();
    if (mass == null) {
      throw new ImplausibleVehicleException("a footprint cannot be calculated without a curb mass");
    }
    return new VehicleSpecification(
        vehicle.powertrain(),
        mass,
        vehicle.fuelLPer100Km(),
        vehicle.electricityKwhPer100Km(),
        vehicle.batteryKwh(),
        vehicle.batteryChemistry());
  }

  /**
   * What a stored revision states; null when it lacks what its powertrain needs, as only one with
   * an imported footprint can.
   */
  public static @Nullable VehicleSpecification of(KnownRevision revision) {
    BigDecimal mass = revision.curbMassKg();
    if (mass == null) {
      return null;
    }
    String chemistry = revision.batteryChemistry();
    VehicleSpecification vehicle =
        new VehicleSpecification(
            Powertrain.valueOf(revision.powertrain()),
            mass,
            revision.fuelLPer100Km(),
            revision.electricityKwhPer100Km(),
            revision.batteryKwh(),
            chemistry == null ? null : BatteryChemistry.valueOf(chemistry));
    return vehicle.complete() ? vehicle : null;
  }

  /** Whether all is stated that the powertrain needs; an HEV's battery may be assumed. */
  public boolean complete() {
    return (fuelLPer100Km != null || !powertrain.burnsFuel())
        && (electricityKwhPer100Km != null || !powertrain.charges())
        && (batteryKwh != null || powertrain.traction() != Powertrain.Traction.REQUIRED);
  }
}
