package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carbonpublicity.disclosure.footprint.Inventory.Part;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.jspecify.annotations.Nullable;

/**
 * Methodology {@code cpp-lifecycle-1}: grams per km = 1000 · (vehicle cycle + fuel cycle) /
 * lifetime km, in gCO2e/km, without end of life.
 *
 * <p>The vehicle cycle is materials, assembly, replacements and refrigerant leakage. Everything
 * that is counted by itself (tyres, lead-acid battery, traction battery, fluids, refrigerant) is
 * taken off the curb mass first, so that the body is what remains and no kilogram counts twice.
 */
public final class FootprintCalculation {

  public static final String METHODOLOGY = "cpp-lifecycle-1";

  static final String UNKNOWN = "UNKNOWN";

  private final FactorSet set;
  private final FactorSet.Index factors;
  private final Map<Powertrain, Inventory> inventories = new EnumMap<>(Powertrain.class);
  private final Map<Powertrain, FixedTerms> fixedTerms = new EnumMap<>(Powertrain.class);
  private final BigDecimal lifetimeKm;

  /**
   * @throws IllegalArgumentException when the set is made for another methodology, or lacks a
   *     factor
   */
  public FootprintCalculation(FactorSet set) {
    if (!set.methodology().equals(METHODOLOGY)) {
      throw new IllegalArgumentException(set.id() + " is made for " + set.methodology());
    }
    this.set = set;
    this.factors = new FactorSet.Index(set);
    this.lifetimeKm = factors.value("lifetimeKm");
    for (Powertrain powertrain : Powertrain.values()) {
      Inventory inventory = Inventory.of(factors, architecture(powertrain));
      inventories.put(powertrain, inventory);
      fixedTerms.put(powertrain, FixedTerms.of(factors, inventory, lifetimeKm));
    }
  }

  /** Id of the factor set in use. */
  public String factorSet() {
    return set.id();
  }

  /** km that everything is divided by. */
  public BigDecimal lifetimeKm() {
    return lifetimeKm;
  }

  /**
   * Calculates a footprint.
   *
   * @param vehicle complete for its powertrain; what is null here counts as not applicable, except
   *     an HEV's battery, which is assumed
   * @throws ImplausibleVehicleException when battery and other parts leave no mass for the body
   */
  public Footprint calculate(VehicleSpecification vehicle) {
    return new Run(vehicle, true).result();
  }

  /**
   * Grams per km of numbers that need not make a vehicle: on the way from one vehicle to another,
   * the battery of the one may stand in the mass of the other. The formula holds all the same.
   */
  BigDecimal formula(VehicleSpecification vehicle) {
    return new Run(vehicle, false).result().gramsPerKm();
  }

  FactorSet.Index factors() {
    return factors;
  }

  Inventory inventory(Powertrain powertrain) {
    return Objects.requireNonNull(inventories.get(powertrain));
  }

  /** The steps of one calculation. */
  private final class Run {

    private final VehicleSpecification vehicle;
    private final boolean plausible;
    private final Inventory inventory;
    private final String chemistry;
    private final @Nullable BigDecimal batteryKwh;
    private final List<String> assumptions = new ArrayList<>();
    private final TermList terms = new TermList(factors, lifetimeKm);

    Run(VehicleSpecification vehicle, boolean plausible) {
      this.vehicle = vehicle;
      this.plausible = plausible;
      this.inventory = inventory(vehicle.powertrain());
      this.batteryKwh = battery();
      this.chemistry = chemistry();
    }

    private @Nullable BigDecimal battery() {
      if (vehicle.batteryKwh() == null && vehicle.powertrain() == Powertrain.HEV) {
        BigDecimal assumed = factors.value("assumed.hevBatteryKwh");
        assumptions.add("battery of " + assumed.toPlainString() + " kWh: none is stated");
        return assumed;
      }
      return vehicle.batteryKwh();
    }

    private String chemistry() {
      BatteryChemistry stated = vehicle.batteryChemistry();
      if (stated != null) {
        return stated.name();
      }
      if (batteryKwh != null) {
        assumptions.add("battery of unknown chemistry: none is stated");
      }
      return UNKNOWN;
    }

    Footprint result() {
      FixedTerms fixed = Objects.requireNonNull(fixedTerms.get(vehicle.powertrain()));
      BigDecimal body = bodyMass();
      for (Part material : inventory.body()) {
        terms.vehicle(
            material.name(), body.multiply(material.amount()), material, material.source());
      }
      terms.addAll(fixed.parts());
      if (batteryKwh != null) {
        terms.vehicle("traction-battery", batteryKwh, "kWh", "battery." + chemistry);
      }
      terms.addAll(fixed.others());
      addFuelCycle();
      return new Footprint(
          terms.gramsPerKm(), set.id(), METHODOLOGY, vehicle, assumptions, terms.terms());
    }

    /** Curb mass without everything that is counted by itself. */
    private BigDecimal bodyMass() {
      BigDecimal body = vehicle.curbMassKg().subtract(inventory.separateKg());
      if (batteryKwh != null) {
        body = body.subtract(batteryKwh.multiply(factors.value("batteryMass." + chemistry)));
      }
      if (plausible && body.signum() <= 0) {
        throw new ImplausibleVehicleException(
            "a curb mass of "
                + vehicle.curbMassKg().toPlainString()
                + " kg leaves no body beside battery, tyres and fluids");
      }
      return body;
    }

    private void addFuelCycle() {
      BigDecimal fuel = overLifetime(vehicle.fuelLPer100Km());
      if (fuel != null) {
        String kind = fuel(vehicle.powertrain());
        terms.fuel("fuel-upstream", fuel, "L", kind + "upstream");
        terms.fuel("fuel-combustion", fuel, "L", kind + "combustion");
      }
      BigDecimal electricity = overLifetime(vehicle.electricityKwhPer100Km());
      if (electricity != null) {
        terms.fuel("electricity", electricity, "kWh", "grid");
      }
    }

    private @Nullable BigDecimal overLifetime(@Nullable BigDecimal per100Km) {
      return per100Km == null ? null : per100Km.multiply(lifetimeKm).movePointLeft(2);
    }
  }

  /** Prefix of the factors of what a powertrain burns. */
  static String fuel(Powertrain powertrain) {
    return powertrain == Powertrain.DIESEL ? "fuel.diesel." : "fuel.petrol.";
  }

  /** Vehicles that share body material shares and fluids in a factor set. */
  static String architecture(Powertrain powertrain) {
    return switch (powertrain) {
      case GASOLINE, DIESEL -> "COMBUSTION";
      case HEV, PHEV -> "HYBRID";
      case BEV -> "BATTERY";
    };
  }
}
