package org.carbonpublicity.disclosure.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.carbonpublicity.disclosure.fixture.FactorSetSamples;
import org.carbonpublicity.disclosure.footprint.Term.Cycle;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.Powertrain.Traction;

class FootprintPropertyTest {

  private final FootprintCalculation calculation =
      new FootprintCalculation(FactorSetSamples.illustrative());

  @Provide
  Arbitrary<VehicleSpecification> vehicle() {
    return Arbitraries.of(Powertrain.class).flatMap(FootprintPropertyTest::vehicles);
  }

  @Provide
  Arbitrary<VehicleSpecification> bev() {
    return vehicles(Powertrain.BEV);
  }

  @Provide
  Arbitrary<VehicleSpecification> burner() {
    return Arbitraries.of(Powertrain.class)
        .filter(Powertrain::burnsFuel)
        .flatMap(FootprintPropertyTest::vehicles);
  }

  @Provide
  Arbitrary<VehicleSpecification> charger() {
    return Arbitraries.of(Powertrain.class)
        .filter(Powertrain::charges)
        .flatMap(FootprintPropertyTest::vehicles);
  }

  @Property
  void theTermsSumToTheTotal(@ForAll("vehicle") VehicleSpecification vehicle) {
    Footprint footprint = calculation.calculate(vehicle);

    assertThat(footprint.gramsPerKm()).isEqualByComparingTo(sum(footprint, term -> true));
  }

  @Property
  void everyTermCanBeComputedAgainFromWhatItSays(@ForAll("vehicle") VehicleSpecification vehicle) {
    Footprint footprint = calculation.calculate(vehicle);

    assertThat(footprint.terms())
        .allSatisfy(
            term ->
                assertThat(term.gramsPerKm())
                    .isEqualByComparingTo(
                        term.amount()
                            .multiply(term.factor())
                            .divide(new BigDecimal(150), 12, RoundingMode.HALF_UP)));
  }

  @Property
  void noKilogramIsLostOrCountedTwice(@ForAll("vehicle") VehicleSpecification vehicle) {
    Footprint footprint = calculation.calculate(vehicle);

    BigDecimal parts =
        footprint.terms().stream()
            .filter(term -> term.cycle() == Cycle.VEHICLE && term.unit().equals("kg"))
            .filter(term -> !term.name().startsWith("replacement-"))
            .filter(term -> !term.name().equals("refrigerant-leakage"))
            .map(Term::amount)
            .reduce(batteryMass(footprint), BigDecimal::add);
    assertThat(parts).isEqualByComparingTo(vehicle.curbMassKg());
  }

  @Property
  void aHeavierVehicleHasTheHigherFootprint(
      @ForAll("vehicle") VehicleSpecification vehicle,
      @ForAll @BigRange(min = "0.001", max = "2000") @Scale(3) BigDecimal more) {
    VehicleSpecification heavier =
        new VehicleSpecification(
            vehicle.powertrain(),
            vehicle.curbMassKg().add(more),
            vehicle.fuelLPer100Km(),
            vehicle.electricityKwhPer100Km(),
            vehicle.batteryKwh(),
            vehicle.batteryChemistry());

    assertThat(calculation.calculate(heavier).gramsPerKm())
        .isGreaterThan(calculation.calculate(vehicle).gramsPerKm());
  }

  @Property
  void moreFuelIsTheHigherFootprint(
      @ForAll("burner") VehicleSpecification vehicle,
      @ForAll @BigRange(min = "0.000001", max = "20") @Scale(6) BigDecimal more) {
    VehicleSpecification thirstier =
        new VehicleSpecification(
            vehicle.powertrain(),
            vehicle.curbMassKg(),
            vehicle.fuelLPer100Km().add(more),
            vehicle.electricityKwhPer100Km(),
            vehicle.batteryKwh(),
            vehicle.batteryChemistry());

    assertThat(calculation.calculate(thirstier).gramsPerKm())
        .isGreaterThan(calculation.calculate(vehicle).gramsPerKm());
  }

  @Property
  void moreElectricityIsTheHigherFootprint(
      @ForAll("charger") VehicleSpecification vehicle,
      @ForAll @BigRange(min = "0.000001", max = "20") @Scale(6) BigDecimal more) {
    VehicleSpecification thirstier =
        new VehicleSpecification(
            vehicle.powertrain(),
            vehicle.curbMassKg(),
            vehicle.fuelLPer100Km(),
            vehicle.electricityKwhPer100Km().add(more),
            vehicle.batteryKwh(),
            vehicle.batteryChemistry());

    assertThat(calculation.calculate(thirstier).gramsPerKm())
        .isGreaterThan(calculation.calculate(vehicle).gramsPerKm());
  }

  @Property
  void aCleanGridLeavesABevItsVehicleCycle(@ForAll("bev") VehicleSpecification vehicle) {
    FootprintCalculation clean = new FootprintCalculation(FactorSetSamples.with("grid", "0"));

    Footprint footprint = clean.calculate(vehicle);

    assertThat(footprint.gramsPerKm())
        .isEqualByComparingTo(
            sum(calculation.calculate(vehicle), term -> term.cycle() == Cycle.VEHICLE));
  }

  private static Arbitrary<VehicleSpecification> vehicles(Powertrain powertrain) {
    return Combinators.combine(
            number("700", "5000", 3),
            number("0.1", "60", 6),
            number("1", "100", 6),
            powertrain.traction() == Traction.REQUIRED
                ? number("0.1", "25", 6)
                : number("0.1", "5", 6).injectNull(0.5),
            Arbitraries.of(BatteryChemistry.class).injectNull(0.2))
        .as(
            (mass, fuel, electricity, battery, chemistry) ->
                new VehicleSpecification(
                    powertrain,
                    mass,
                    powertrain.burnsFuel() ? fuel : null,
                    powertrain.charges() ? electricity : null,
                    powertrain.traction() == Traction.NONE ? null : battery,
                    powertrain.traction() == Traction.NONE ? null : chemistry));
  }

  private static Arbitrary<BigDecimal> number(String least, String most, int decimals) {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal(least), new BigDecimal(most))
        .ofScale(decimals);
  }

  private static BigDecimal sum(Footprint footprint, Predicate<Term> which) {
    return footprint.terms().stream()
        .filter(which)
        .map(Term::gramsPerKm)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal batteryMass(Footprint footprint) {
    return footprint.terms().stream()
        .filter(term -> term.name().equals("traction-battery"))
        .map(
            term ->
                term.amount()
                    .multiply(
                        FactorSetSamples.value(term.source().replace("battery.", "batteryMass."))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
