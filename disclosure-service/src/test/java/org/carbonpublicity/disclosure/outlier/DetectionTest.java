package org.carbonpublicity.disclosure.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {

  private static final double SLOPE = 0.15;
  private static final double INTERCEPT = 60;

  @ParameterizedTest
  @CsvSource({
    "BEV, 1600, , 125, 50, electricityKwhPer100Km, Wh/km, 12.5",
    "BEV, 1600, , 0.125, 50, electricityKwhPer100Km, kWh/km, 12.5",
    "BEV, 1600, , 12.5, 50000, batteryKwh, Wh, 50",
    "BEV, 1600, , 45, 50, electricityKwhPer100Km, MJ/100 km, 12.5",
    "GASOLINE, 1.288, 5.94, , , curbMassKg, t, 1288",
    "GASOLINE, 1288000, 5.94, , , curbMassKg, g, 1288",
    "GASOLINE, 4000, 5.94, , , curbMassKg, lb, 1814.369",
    "GASOLINE, 1288, 59.4, , , fuelLPer100Km, mL/km, 5.94",
    "GASOLINE, 1288, 0.0594, , , fuelLPer100Km, L/km, 5.94"
  })
  void findsUnitSlips(
      String powertrain,
      Double mass,
      Double fuel,
      Double electricity,
      Double battery,
      String quantity,
      String unit,
      BigDecimal value) {
    List<Finding> found =
        detect(
            new Population(),
            new Candidate(
                "M", 1, "E", "S", powertrain, mass, fuel, electricity, battery, 200, 200));

    assertThat(found).extracting(Finding::rule).containsExactly(OutlierRule.UNIT_SLIP);
    assertThat(found.get(0).evidence())
        .containsEntry("quantity", quantity)
        .containsEntry("unitSuspected", unit)
        .hasEntrySatisfying(
            "valueInThatUnit", v -> assertThat((BigDecimal) v).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @CsvSource({
    "BEV, 700, , 8, 9.6",
    "BEV, 2900, , 24, 150",
    "GASOLINE, 800, 4.2, , ",
    "GASOLINE, 2600, 13.5, , ",
    "PHEV, 2000, 0.4, 20, 18",
    "HEV, 1610, 4.9, , 1.3"
  })
  void leavesRealCarsAlone(
      String powertrain, Double mass, Double fuel, Double electricity, Double battery) {
    assertThat(
            detect(
                new Population(),
                new Candidate(
                    "M", 1, "E", "S", powertrain, mass, fuel, electricity, battery, 200, 200)))
        .isEmpty();
  }

  @Test
  void drawsALineThatAQuarterOfWrongPointsDoesNotBend() {
    Random random = new Random(7);
    double[] masses = new double[2_000];
    double[] footprints = new double[masses.length];
    for (int i = 0; i < masses.length; i++) {
      masses[i] = 900 + random.nextInt(1_500);
      footprints[i] = i % 4 == 0 ? 900 : INTERCEPT + SLOPE * masses[i] + 5 * random.nextGaussian();
    }

    MassLine line = MassLine.through(masses, footprints);

    assertThat(line.expected(1_600)).isCloseTo(INTERCEPT + SLOPE * 1_600, within(12.0));
    assertThat(line.scale()).isBetween(4.0, 12.0);
  }

  /** Worked by hand: five slopes of 2, and the rest follows from the medians. */
  @Test
  void isTheMedianOfSlopesAndOfWhatTheyLeave() {
    MassLine line =
        MassLine.through(
            new double[] {1, 2, 3, 4, 5, 6, 7, 8}, new double[] {12, 14, 16, 18, 20, 22, 24, 126});

    assertThat(line.slope()).isEqualTo(2.0);
    assertThat(line.intercept()).isEqualTo(10.0);
    assertThat(line.scale()).isEqualTo(1.0);
  }

  @Test
  void needsEightModelsOfDifferentMasses() {
    assertThat(MassLine.through(new double[7], new double[7])).isNull();
    assertThat(MassLine.through(new double[9], new double[9])).isNull();
  }

  @Test
  void findsWhatIsFarFromTheLineOfItsPowertrain() {
    Population population = population();

    List<Finding> found =
        detect(
            population,
            model("A", "S1", 1_500, INTERCEPT + SLOPE * 1_500 + 4),
            model("B", "S2", 1_500, INTERCEPT + SLOPE * 1_500 + 120),
            model("C", "S3", 1_500, INTERCEPT + SLOPE * 1_500 - 120));

    assertThat(found).extracting(f -> f.model().modelCode()).containsExactly("B", "C");
    assertThat(found.get(0).rule()).isEqualTo(OutlierRule.MASS_LINE);
    assertThat(((BigDecimal) found.get(0).evidence().get("residualGramsPerKm")).doubleValue())
        .isCloseTo(120, within(3.0));
    assertThat(found.get(0).evidence()).containsEntry("modelsInLine", 200);
  }

  @Test
  void findsTheVariantThatDiffersFromItsSiblings() {
    List<Finding> found =
        detect(
            new Population(),
            model("A", "S1", 1_500, 200),
            model("B", "S1", 1_500, 205),
            model("C", "S1", 1_500, 260),
            model("D", "S2", 1_500, 400),
            model("E", "S2", 1_500, 100));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).model().modelCode()).isEqualTo("C");
    assertThat(found.get(0).rule()).isEqualTo(OutlierRule.SIBLINGS);
    assertThat(found.get(0).evidence())
        .containsEntry("medianOfSiblingsGramsPerKm", new BigDecimal("205"))
        .containsEntry("distanceGramsPerKm", new BigDecimal("55"))
        .containsEntry("siblings", 3);
  }

  @ParameterizedTest
  @CsvSource({"200, 221, true", "200, 179, true", "200, 219, false", "200, 181, false"})
  void findsLargeChangesByFeedback(double before, double after, boolean outlier) {
    List<Finding> found =
        detect(
            new Population(),
            new Candidate("A", 2, "E", "S", "GASOLINE", 1_500.0, 6.0, null, null, after, before));

    assertThat(found.stream().map(Finding::rule).toList())
        .isEqualTo(outlier ? List.of(OutlierRule.LARGE_CHANGE) : List.of());
  }

  @Test
  void findsTheSameAgain() {
    Candidate[] models = {
      model("A", "S1", 1_500, 200), model("B", "S1", 1_500, 205), model("C", "S1", 1_500, 460)
    };

    assertThat(detect(population(), models)).isEqualTo(detect(population(), models)).isNotEmpty();
  }

  private static List<Finding> detect(Population population, Candidate... models) {
    List<Finding> found = new ArrayList<>();
    Detection detection = new Detection(population, found::add);
    for (Candidate model : models) {
      detection.accept(model);
    }
    detection.end();
    return found;
  }

  private static Candidate model(String code, String series, double mass, double footprint) {
    return new Candidate(
        code, 1, "E", series, "GASOLINE", mass, 6.0, null, null, footprint, footprint);
  }

  private static Population population() {
    Random random = new Random(3);
    Population population = new Population();
    for (int i = 0; i < 200; i++) {
      double mass = 1_000 + 5 * i;
      population.add("GASOLINE", mass, INTERCEPT + SLOPE * mass + 5 * random.nextGaussian());
    }
    return population;
  }
}
