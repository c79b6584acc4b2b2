package org.carbonpublicity.disclosure.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carbonpublicity.disclosure.fixture.RandomVehicles;
import org.carbonpublicity.disclosure.model.Powertrain;

/** What holds of every vehicle under every factor set. */
class FormulaPropertyTest {

  private static final FactorSet BASE = RandomVehicles.factorSet();
  private static final BigDecimal ROUNDING = new BigDecimal("0.000000001");

  @Property(tries = 500)
  void growsWithMassAndEnergy(@ForAll long seed) {
    Random random = new Random(seed);
    FootprintCalculation calculation = calculation(random);
    VehicleSpecification vehicle = RandomVehicles.random(random);
    BigDecimal more = RandomVehicles.number(random, 0.1, 5, 2);
    BigDecimal before = calculation.formula(vehicle);

    assertThat(
            calculation.formula(RandomVehicles.withMass(vehicle, vehicle.curbMassKg().add(more))))
        .isGreaterThan(before);
    if (vehicle.fuelLPer100Km() != null) {
      BigDecimal thirstier = vehicle.fuelLPer100Km().add(more);
      assertThat(
              calculation.formula(
                  RandomVehicles.withEnergy(vehicle, thirstier, vehicle.electricityKwhPer100Km())))
          .isGreaterThan(before);
    }
    if (vehicle.electricityKwhPer100Km() != null) {
      BigDecimal hungrier = vehicle.electricityKwhPer100Km().add(more);
      assertThat(
              calculation.formula(
                  RandomVehicles.withEnergy(vehicle, vehicle.fuelLPer100Km(), hungrier)))
          .isGreaterThan(before);
    }
  }

  /** A kilowatt hour more takes its mass off the body: its own factor less that much body. */
  @Property(tries = 500)
  void countsTheBatteryOnce(@ForAll long seed) {
    Random random = new Random(seed);
    FactorSet set = RandomVehicles.random(random, BASE, "random", 50);
    FactorSet.Index factors = new FactorSet.Index(set);
    FootprintCalculation calculation = new FootprintCalculation(set);
    VehicleSpecification vehicle = RandomVehicles.random(random, Powertrain.BEV);
    BigDecimal more = RandomVehicles.number(random, 0.1, 5, 1);
    String chemistry =
        vehicle.batteryChemistry() == null ? "UNKNOWN" : vehicle.batteryChemistry().name();
    double body = 0;
    for (Factor share : factors.under("bodyShare.BATTERY.")) {
      String material = share.name().substring("bodyShare.BATTERY.".length());
      body += share.value().doubleValue() * factors.value("material." + material).doubleValue();
    }
    double perKwh =
        factors.value("battery." + chemistry).doubleValue()
            - factors.value("batteryMass." + chemistry).doubleValue() * body;

    BigDecimal larger =
        calculation.formula(RandomVehicles.withBattery(vehicle, vehicle.batteryKwh().add(more)));

    assertThat(larger.subtract(calculation.formula(vehicle)).doubleValue())
        .isCloseTo(
            1_000 * perKwh * more.doubleValue() / factors.value("lifetimeKm").doubleValue(),
            within(1e-6));
  }

  @Property(tries = 500)
  void isTheSumOfItsTerms(@ForAll long seed) {
    Random random = new Random(seed);
    FactorSet set = RandomVehicles.random(random, BASE, "random", 20);
    BigDecimal lifetime = new FactorSet.Index(set).value("lifetimeKm");
    Footprint footprint;
    try {
      footprint = new FootprintCalculation(set).calculate(RandomVehicles.random(random));
    } catch (ImplausibleVehicleException e) {
      return;
    }

    BigDecimal sum = BigDecimal.ZERO;
    for (Term term : footprint.terms()) {
      sum = sum.add(term.gramsPerKm());
      assertThat(
              term.gramsPerKm()
                  .multiply(lifetime)
                  .subtract(term.amount().multiply(term.factor()).movePointRight(3))
                  .abs())
          .isLessThan(ROUNDING.multiply(lifetime));
    }
    assertThat(sum).isEqualTo(footprint.gramsPerKm());
    assertThat(footprint.terms().stream().map(Term::name)).doesNotHaveDuplicates();
  }

  @Property(tries = 500)
  void aZeroGridLeavesABatteryVehicleItsVehicleCycle(@ForAll long seed) {
    Random random = new Random(seed);
    FactorSet.Index factors = new FactorSet.Index(BASE);
    FactorSet clean = BASE.with(RandomVehicles.with(factors.get("grid"), BigDecimal.ZERO));
    Footprint footprint =
        new FootprintCalculation(clean).calculate(RandomVehicles.random(random, Powertrain.BEV));

    assertThat(footprint.gramsPerKm())
        .isEqualByComparingTo(
            footprint.terms().stream()
                .filter(term -> term.cycle() == Term.Cycle.VEHICLE)
                .map(Term::gramsPerKm)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** The formula is linear in every input, so that a step of one unit is the derivative. */
  @Property(tries = 500)
  void answersToItsInputsAsTheSensitivityTells(@ForAll long seed) {
    Random random = new Random(seed);
    FactorSet set = RandomVehicles.random(random, BASE, "random", 30);
    FootprintCalculation calculation = new FootprintCalculation(set);
    VehicleSpecification vehicle = RandomVehicles.random(random);
    BigDecimal battery = vehicle.batteryKwh();
    if (battery == null && vehicle.powertrain() == Powertrain.HEV) {
      battery = calculation.factors().value("assumed.hevBatteryKwh");
    }
    BigDecimal before = calculation.formula(vehicle);

    assertThat(Sensitivity.of(set, vehicle)).isNotEmpty();
    for (Sensitivity sensitivity : Sensitivity.of(set, vehicle)) {
      VehicleSpecification next =
          switch (sensitivity.input()) {
            case "curbMassKg" ->
                RandomVehicles.withMass(vehicle, vehicle.curbMassKg().add(BigDecimal.ONE));
            case "batteryKwh" -> RandomVehicles.withBattery(vehicle, battery.add(BigDecimal.ONE));
            case "fuelLPer100Km" ->
                RandomVehicles.withEnergy(
                    vehicle,
                    vehicle.fuelLPer100Km().add(BigDecimal.ONE),
                    vehicle.electricityKwhPer100Km());
            default ->
                RandomVehicles.withEnergy(
                    vehicle,
                    vehicle.fuelLPer100Km(),
                    vehicle.electricityKwhPer100Km().add(BigDecimal.ONE));
          };
      assertThat(calculation.formula(next).subtract(before))
          .as(sensitivity.input())
          .isCloseTo(sensitivity.gramsPerKmPerUnit(), within(ROUNDING));
    }
  }

  private static FootprintCalculation calculation(Random random) {
    return new FootprintCalculation(RandomVehicles.random(random, BASE, "random", 50));
  }
}
