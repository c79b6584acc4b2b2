package org.carbonpublicity.disclosure.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.carbonpublicity.disclosure.fixture.FactorSetSamples;
import org.carbonpublicity.disclosure.fixture.Vehicles;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FootprintCalculationTest {

  /** Mass of everything but body and traction battery, kg. */
  private static final BigDecimal SEPARATE_BEV = new BigDecimal("64.5");

  private final FootprintCalculation calculation =
      new FootprintCalculation(FactorSetSamples.illustrative());

  /** One line a term: powertrain, name, amount, unit, factor, grams per km. */
  private record Expected(
      String powertrain, String term, String amount, String unit, String factor, String grams) {

    static List<Expected> of(Powertrain powertrain) throws IOException {
      String resource = "/expected/footprint-terms.csv";
      try (InputStream file = Expected.class.getResourceAsStream(resource)) {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.split(","))
            .map(cells -> new Expected(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
            .filter(expected -> expected.powertrain().equals(powertrain.name()))
            .toList();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Powertrain.class)
  void tellsEveryTermOfACarOfEachPowertrain(Powertrain powertrain) throws IOException {
    Footprint footprint = calculation.calculate(Vehicles.sample(powertrain));

    assertThat(footprint.terms())
        .extracting(
            term -> powertrain.name(),
            Term::name,
            term -> term.amount().toPlainString(),
            Term::unit,
            term -> term.factor().toPlainString(),
            term -> term.gramsPerKm().stripTrailingZeros().toPlainString())
        .containsExactlyElementsOf(
            Expected.of(powertrain).stream()
                .map(
                    line ->
                        tuple(
                            line.powertrain(),
                            line.term(),
                            line.amount(),
                            line.unit(),
                            line.factor(),
                            line.grams()))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "GASOLINE, 219.685681066667",
    "DIESEL,   229.315961066667",
    "HEV,      183.4853276",
    "PHEV,     182.010874266667",
    "BEV,      162.099887466668"
  })
  void sumsTheTermsUnrounded(Powertrain powertrain, BigDecimal expected) {
    Footprint footprint = calculation.calculate(Vehicles.sample(powertrain));

    assertThat(footprint.gramsPerKm()).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "BEV,      1160, ,     9.7,  30, LFP, 168",
    "BEV,      1901, ,     12.5, 60, LFP, 242",
    "GASOLINE, 1288, 5.94, ,     ,   ,    253",
    "HEV,      1610, 4.9,  ,     ,   ,    243"
  })
  void staysNearPublishedFootprints(
      Powertrain powertrain,
      String mass,
      String fuel,
      String electricity,
      String battery,
      BatteryChemistry chemistry,
      double published) {
    Footprint footprint =
        calculation.calculate(Vehicles.of(powertrain, mass, fuel, electricity, battery, chemistry));

    assertThat(footprint.gramsPerKm().doubleValue()).isCloseTo(published, within(0.3 * published));
  }

  @Test
  void countsTheTractionBatteryOnce() {
    VehicleSpecification vehicle =
        Vehicles.of(Powertrain.BEV, "1901", null, "12.5", "60", BatteryChemistry.LFP);

    Footprint footprint = calculation.calculate(vehicle);

    // 60 kWh of LFP at 7.1 kg are 426 kg.
    assertThat(bodyMass(footprint))
        .isEqualByComparingTo(
            new BigDecimal("1901").subtract(new BigDecimal("426")).subtract(SEPARATE_BEV));
    assertThat(named(footprint, "traction-battery"))
        .singleElement()
        .satisfies(term -> assertThat(term.gramsPerKm()).isEqualByComparingTo("31.2"));
  }

  @Test
  void makesTheBodyLighterByWhatTheBatteryWeighs() {
    VehicleSpecification lfp =
        Vehicles.of(Powertrain.BEV, "1901", null, "12.5", "60", BatteryChemistry.LFP);
    VehicleSpecification nmc =
        Vehicles.of(Powertrain.BEV, "1901", null, "12.5", "60", BatteryChemistry.NMC);

    BigDecimal difference =
        bodyMass(calculation.calculate(nmc)).subtract(bodyMass(calculation.calculate(lfp)));

    // 60 · (7.1 − 5.9) kg.
    assertThat(difference).isEqualByComparingTo("72");
  }

  @Test
  void takesABatteryForAnHevThatStatesNoneAndSaysSo() {
    Footprint footprint =
        calculation.calculate(Vehicles.of(Powertrain.HEV, "1610", "4.9", null, null, null));

    assertThat(footprint.assumptions())
        .containsExactly(
            "battery of 1.3 kWh: none is stated", "battery of unknown chemistry: none is stated");
    assertThat(named(footprint, "traction-battery"))
        .singleElement()
        .satisfies(term -> assertThat(term.amount()).isEqualByComparingTo("1.3"));
  }

  @Test
  void keepsTheChemistryThatAnHevStatesWithoutCapacity() {
    Footprint footprint =
        calculation.calculate(
            Vehicles.of(Powertrain.HEV, "1610", "4.9", null, null, BatteryChemistry.NIMH));

    assertThat(footprint.assumptions()).containsExactly("battery of 1.3 kWh: none is stated");
    assertThat(named(footprint, "traction-battery"))
        .singleElement()
        .satisfies(term -> assertThat(term.source()).isEqualTo("battery.NIMH"));
  }

  @Test
  void takesTheFactorOfAnUnknownChemistryWhereNoneIsStated() {
    Footprint footprint =
        calculation.calculate(Vehicles.of(Powertrain.BEV, "1901", null, "12.5", "60", null));

    assertThat(footprint.assumptions())
        .containsExactly("battery of unknown chemistry: none is stated");
    assertThat(named(footprint, "traction-battery"))
        .singleElement()
        .satisfies(
            term -> {
              assertThat(term.source()).isEqualTo("battery.UNKNOWN");
              assertThat(term.gramsPerKm()).isEqualByComparingTo("40");
            });
  }

  @ParameterizedTest
  @EnumSource(Powertrain.class)
  void assumesNothingThatIsStated(Powertrain powertrain) {
    Footprint footprint = calculation.calculate(Vehicles.sample(powertrain));

    assertThat(footprint.assumptions()).isEmpty();
  }

  @Test
  void keepsItsInputsAndTheFactorSet() {
    Footprint footprint = calculation.calculate(Vehicles.phev());

    assertThat(footprint.inputs()).isEqualTo(Vehicles.phev());
    assertThat(footprint.factorSet()).isEqualTo("cpp-illustrative-2024");
    assertThat(footprint.methodology()).isEqualTo("cpp-lifecycle-1");
  }

  @ParameterizedTest
  @CsvSource({"490.5", "490.4", "300"})
  void refusesAVehicleThatIsAllBattery(String mass) {
    VehicleSpecification vehicle =
        Vehicles.of(Powertrain.BEV, mass, null, "12.5", "60", BatteryChemistry.LFP);

    assertThatThrownBy(() -> calculation.calculate(vehicle))
        .isInstanceOf(ImplausibleVehicleException.class)
        .hasMessageContaining(mass + " kg leaves no body");
  }

  @Test
  void takesAVehicleWithTheLeastBody() {
    Footprint footprint =
        calculation.calculate(
            Vehicles.of(Powertrain.BEV, "490.51", null, "12.5", "60", BatteryChemistry.LFP));

    assertThat(bodyMass(footprint)).isEqualByComparingTo("0.01");
  }

  @Test
  void refusesASetOfAnotherMethodology() {
    FactorSet set = FactorSetSamples.of("cpp-lifecycle-2", List.of());

    assertThatThrownBy(() -> new FootprintCalculation(set))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("made for cpp-lifecycle-2");
  }

  @ParameterizedTest
  @CsvSource({"grid", "mass.tyres", "replacements.lubricant.BATTERY", "lifetimeKm"})
  void refusesASetThatLacksAFactor(String factor) {
    FactorSet set = FactorSetSamples.without(factor);

    assertThatThrownBy(() -> new FootprintCalculation(set).calculate(Vehicles.bev()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the factor set lacks " + factor);
  }

  @Test
  void refusesBodySharesThatLoseMass() {
    FactorSet set = FactorSetSamples.with("bodyShare.BATTERY.steel", "0.48");

    assertThatThrownBy(() -> new FootprintCalculation(set))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.99");
  }

  @Test
  void refusesAFactorThatStandsTwice() {
    List<Factor> factors = FactorSetSamples.illustrative().factors();
    FactorSet set =
        FactorSetSamples.of(
            FootprintCalculation.METHODOLOGY, List.of(factors.get(0), factors.get(0)));

    assertThatThrownBy(() -> new FootprintCalculation(set))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("material.steel stands twice");
  }

  private static List<Term> named(Footprint footprint, String name) {
    return footprint.terms().stream().filter(term -> term.name().equals(name)).toList();
  }

  private static BigDecimal bodyMass(Footprint footprint) {
    return footprint.terms().stream()
        .filter(term -> term.name().startsWith("body-"))
        .map(Term::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
