package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.Term.Cycle;
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

  private static final int DECIMALS = 12;
  private static final BigDecimal GRAMS = new BigDecimal(1_000);
  private static final BigDecimal HUNDRED_KM = new BigDecimal(100);
  private static final String UNKNOWN = "UNKNOWN";

  /** Fluids of the vehicle cycle, by the names of a factor set. */
  private static final List<String> FLUIDS =
      List.of("lubricant", "coolant", "brakeFluid", "washerFluid");

  private final FactorSet set;
  private final FactorSet.Index factors;
  private final BigDecimal lifetimeKm;

  /**
   * @throws IllegalArgumentException when the set is made for another methodology
   */
  public FootprintCalculation(FactorSet set) {
    if (!set.methodology().equals(METHODOLOGY)) {
      throw new IllegalArgumentException(set.id() + " is made for " + set.methodology());
    }
    this.set = set;
    this.factors = new FactorSet.Index(set);
    this.lifetimeKm = factors.value("lifetimeKm");
  }

  /** Id of the factor set in use. */
  public String factorSet() {
    return set.id();
  }

  /**
   * Calculates a footprint.
   *
   * @param vehicle complete for its powertrain; what is null here counts as not applicable, except
   *     an HEV's battery, which is assumed
   * @throws ImplausibleVehicleException when battery and other parts leave no mass for the body
   */
  public Footprint calculate(VehicleSpecification vehicle) {
    return new Run(vehicle).result();
  }

  /** The steps of one calculation. */
  private final class Run {

    private final VehicleSpecification vehicle;
    private final String architecture;
    private final String chemistry;
    private final @Nullable BigDecimal batteryKwh;
    private final List<String> assumptions = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>(32);

    Run(VehicleSpecification vehicle) {
      this.vehicle = vehicle;
      this.architecture = architecture(vehicle.powertrain());
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
      addMaterials();
      add(Cycle.VEHICLE, "assembly", BigDecimal.ONE, "vehicle", "assembly");
      addReplacements();
      add(
          Cycle.VEHICLE,
          "refrigerant leakage",
          refrigerant().multiply(factors.value("refrigerant.leakage")),
          "kg",
          "refrigerant.R134a.gwp");
      addFuelCycle();
      BigDecimal total =
          terms.stream().map(Term::gramsPerKm).reduce(BigDecimal.ZERO, BigDecimal::add);
      return new Footprint(total, set.id(), METHODOLOGY, vehicle, assumptions, terms);
    }

    private void addMaterials() {
      BigDecimal body = bodyMass();
      for (Factor share : factors.under("bodyShare." + architecture + ".")) {
        String material = lastPart(share);
        add(
            Cycle.VEHICLE,
            "body " + material,
            body.multiply(share.value()),
            "kg",
            "material." + material);
      }
      add(Cycle.VEHICLE, "tyres", tyres(), "kg", mixture("tyreShare."), "tyreShare, material");
      addLeadAcid("lead-acid battery", leadAcid());
      if (batteryKwh != null) {
        add(Cycle.VEHICLE, "traction battery", batteryKwh, "kWh", "battery." + chemistry);
      }
      for (String fluid : FLUIDS) {
        add(Cycle.VEHICLE, fluid, fill(fluid), "kg", "fluid." + fluid);
      }
      add(Cycle.VEHICLE, "refrigerant", refrigerant(), "kg", "refrigerant.R134a.production");
    }

    /** Curb mass without everything that is counted by itself. */
    private BigDecimal bodyMass() {
      BigDecimal body = vehicle.curbMassKg().subtract(tyres()).subtract(leadAcid());
      if (batteryKwh != null) {
        body = body.subtract(batteryKwh.multiply(factors.value("batteryMass." + chemistry)));
      }
      for (String fluid : FLUIDS) {
        body = body.subtract(fill(fluid));
      }
      body = body.subtract(refrigerant());
      if (body.signum() <= 0) {
        throw new ImplausibleVehicleException(
            "a curb mass of "
                + vehicle.curbMassKg().toPlainString()
                + " kg leaves no body beside battery, tyres and fluids");
      }
      return body;
    }

    private void addReplacements() {
      BigDecimal tyreSets = factors.value("replacements.tyres");
      add(
          Cycle.VEHICLE,
          "replacement tyres",
          tyres().multiply(tyreSets),
          "kg",
          mixture("tyreShare."),
          "tyreShare, material, replacements.tyres");
      addLeadAcid(
          "replacement lead-acid batteries",
          leadAcid().multiply(factors.value("replacements.leadAcidBattery")));
      for (String fluid : FLUIDS) {
        BigDecimal fills = factors.value("replacements." + fluid + "." + architecture);
        if (fills.signum() > 0) {
          BigDecimal mass = fill(fluid).multiply(fills);
          add(Cycle.VEHICLE, "replacement " + fluid, mass, "kg", "fluid." + fluid);
        }
      }
    }

    private void addFuelCycle() {
      BigDecimal fuel = overLifetime(vehicle.fuelLPer100Km());
      if (fuel != null) {
        String kind = vehicle.powertrain() == Powertrain.DIESEL ? "fuel.diesel." : "fuel.petrol.";
        add(Cycle.FUEL, "fuel upstream", fuel, "L", kind + "upstream");
        add(Cycle.FUEL, "fuel combustion", fuel, "L", kind + "combustion");
      }
      BigDecimal electricity = overLifetime(vehicle.electricityKwhPer100Km());
      if (electricity != null) {
        add(Cycle.FUEL, "electricity", electricity, "kWh", "grid");
      }
    }

    private @Nullable BigDecimal overLifetime(@Nullable BigDecimal per100Km) {
      return per100Km == null
          ? null
          : per100Km.multiply(lifetimeKm).divide(HUNDRED_KM, DECIMALS, RoundingMode.HALF_UP);
    }

    private void addLeadAcid(String name, BigDecimal mass) {
      add(Cycle.VEHICLE, name, mass, "kg", mixture("leadAcidShare."), "leadAcidShare, material");
    }

    private BigDecimal tyres() {
      return factors.value("mass.tyres");
    }

    private BigDecimal leadAcid() {
      return factors.value("mass.leadAcidBattery." + architecture);
    }

    private BigDecimal fill(String fluid) {
      return factors.value("mass." + fluid + "." + architecture);
    }

    private BigDecimal refrigerant() {
      return factors.value("mass.refrigerant." + architecture);
    }

    /** kgCO2e per kg of something made of several materials. */
    private BigDecimal mixture(String shares) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Factor share : factors.under(shares)) {
        sum = sum.add(share.value().multiply(factors.value("material." + lastPart(share))));
      }
      return sum;
    }

    private void add(Cycle cycle, String name, BigDecimal amount, String unit, String factor) {
      add(cycle, name, amount, unit, factors.value(factor), factor);
    }

    private void add(
        Cycle cycle,
        String name,
        BigDecimal amount,
        String unit,
        BigDecimal factor,
        String source) {
      BigDecimal gramsPerKm =
          amount
              .multiply(factor)
              .multiply(GRAMS)
              .divide(lifetimeKm, DECIMALS, RoundingMode.HALF_UP);
      terms.add(new Term(cycle, name, plain(amount), unit, plain(factor), gramsPerKm, source));
    }
  }

  /** Vehicles that share body material shares and fluids in a factor set. */
  private static String architecture(Powertrain powertrain) {
    return switch (powertrain) {
      case GASOLINE, DIESEL -> "COMBUSTION";
      case HEV, PHEV -> "HYBRID";
      case BEV -> "BATTERY";
    };
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String lastPart(Factor factor) {
    return factor.name().substring(factor.name().lastIndexOf('.') + 1);
  }
}
