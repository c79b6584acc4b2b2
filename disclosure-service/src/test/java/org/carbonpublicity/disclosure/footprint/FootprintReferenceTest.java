package org.carbonpublicity.disclosure.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.carbonpublicity.disclosure.fixture.RandomVehicles;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The footprint calculated a second time, from the formula of the design and in doubles, without
 * the classes that it judges: only the numbers of the factor set and the vehicles are shared.
 */
class FootprintReferenceTest {

  private static final double TOLERANCE = 0.005;
  private static final int OF_EVERY_POWERTRAIN = 250;
  private static final Path FACTORS =
      Path.of("src/main/resources/factor-sets/cpp-illustrative-2024.json");
  private static final Path DEMO = Path.of("../deploy/local/demo/batch-4-preliminary.csv");

  private final Map<String, Double> factors = read();
  private final FootprintCalculation calculation =
      new FootprintCalculation(RandomVehicles.factorSet());

  @Test
  void agreesOnTheModelsOfTheDemo() throws IOException {
    Map<Powertrain, Integer> seen = new EnumMap<>(Powertrain.class);
    for (VehicleSpecification vehicle : demo()) {
      compare(vehicle);
      seen.merge(vehicle.powertrain(), 1, Integer::sum);
    }

    assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(1_200);
    assertThat(seen).containsKeys(Powertrain.GASOLINE, Powertrain.PHEV, Powertrain.BEV);
  }

  @Test
  void agreesOnGeneratedModelsOfEveryPowertrain() {
    Random random = new Random(20_240_930);
    for (Powertrain powertrain : Powertrain.values()) {
      for (int i = 0; i < OF_EVERY_POWERTRAIN; i++) {
        compare(RandomVehicles.random(random, powertrain));
      }
    }
  }

  private void compare(VehicleSpecification vehicle) {
    double expected =
        gramsPerKm(
            vehicle.powertrain().name(),
            vehicle.curbMassKg().doubleValue(),
            orNaN(vehicle.fuelLPer100Km()),
            orNaN(vehicle.electricityKwhPer100Km()),
            orNaN(vehicle.batteryKwh()),
            vehicle.batteryChemistry() == null ? "UNKNOWN" : vehicle.batteryChemistry().name());

    assertThat(calculation.calculate(vehicle).gramsPerKm().doubleValue())
        .as("%s", vehicle)
        .isCloseTo(expected, within(TOLERANCE));
  }

  /** Design, 5.2: 1000 · (vehicle cycle + fuel cycle) / lifetime km. */
  private double gramsPerKm(
      String powertrain,
      double curbKg,
      double litresPer100Km,
      double kwhPer100Km,
      double statedKwh,
      String chemistry) {
    String kind =
        powertrain.equals("BEV") ? "BATTERY" : powertrain.endsWith("HEV") ? "HYBRID" : "COMBUSTION";
    double lifetimeKm = f("lifetimeKm");
    double batteryKwh =
        powertrain.equals("HEV") && Double.isNaN(statedKwh)
            ? f("assumed.hevBatteryKwh")
            : orZero(statedKwh);

    double tyresKg = f("mass.tyres");
    double tyre = f("tyreShare.rubber") * f("material.rubber");
    tyre += f("tyreShare.steel") * f("material.steel");
    double leadAcidKg = f("mass.leadAcidBattery." + kind);
    double leadAcid = 0;
    for (String part : List.of("lead", "sulphuricAcid", "thermoplastics", "glassFibre")) {
      leadAcid += f("leadAcidShare." + part) * f("material." + part);
    }
    double refrigerantKg = f("mass.refrigerant." + kind);

    double fluidsKg = 0;
    double fluids = 0;
    for (String fluid : List.of("lubricant", "coolant", "brakeFluid", "washerFluid")) {
      double fill = f("mass." + fluid + "." + kind);
      fluidsKg += fill;
      fluids += fill * f("fluid." + fluid) * (1 + f("replacements." + fluid + "." + kind));
    }

    double bodyKg =
        curbKg
            - batteryKwh * f("batteryMass." + chemistry)
            - tyresKg
            - leadAcidKg
            - fluidsKg
            - refrigerantKg;
    double body = 0;
    for (String material :
        List.of(
            "steel",
            "castIron",
            "aluminium",
            "magnesium",
            "copper",
            "thermoplastics",
            "thermosets",
            "rubber",
            "fabric",
            "glass")) {
      body += f("bodyShare." + kind + "." + material) * f("material." + material);
    }

    double vehicleCycle =
        bodyKg * body
            + tyresKg * tyre * (1 + f("replacements.tyres"))
            + leadAcidKg * leadAcid * (1 + f("replacements.leadAcidBattery"))
            + batteryKwh * f("battery." + chemistry)
            + fluids
            + refrigerantKg * f("refrigerant.R134a.production")
            + refrigerantKg * f("refrigerant.leakage") * f("refrigerant.R134a.gwp")
            + f("assembly");
    String fuel = powertrain.equals("DIESEL") ? "diesel" : "petrol";
    double perLitre = f("fuel." + fuel + ".upstream") + f("fuel." + fuel + ".combustion");
    double fuelCycle =
        lifetimeKm / 100 * (orZero(litresPer100Km) * perLitre + orZero(kwhPer100Km) * f("grid"));
    return 1_000 * (vehicleCycle + fuelCycle) / lifetimeKm;
  }

  private double f(String name) {
    Double value = factors.get(name);
    assertThat(value).as(name).isNotNull();
    return value;
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private static double orNaN(@Nullable BigDecimal value) {
    return value == null ? Double.NaN : value.doubleValue();
  }

  private static Map<String, Double> read() {
    try {
      Map<String, Double> values = new HashMap<>();
      for (JsonNode factor : new ObjectMapper().readTree(FACTORS.toFile()).get("factors")) {
        values.put(factor.get("name").asText(), factor.get("value").asDouble());
      }
      return values;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<VehicleSpecification> demo() throws IOException {
    List<String> lines = Files.readAllLines(DEMO, StandardCharsets.UTF_8);
    List<String> header = Arrays.asList(lines.get(0).split(",", -1));
    List<VehicleSpecification> vehicles = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells).hasSameSizeAs(header);
      String chemistry = cells[header.indexOf("battery_chemistry")];
      vehicles.add(
          new VehicleSpecification(
              Powertrain.valueOf(cells[header.indexOf("powertrain")]),
              new BigDecimal(cells[header.indexOf("curb_mass_kg")]),
              number(cells[header.indexOf("fuel_l_per_100km")]),
              number(cells[header.indexOf("electricity_kwh_per_100km")]),
              number(cells[header.indexOf("battery_kwh")]),
              chemistry.isEmpty() ? null : BatteryChemistry.valueOf(chemistry)));
    }
    return vehicles;
  }

  private static @Nullable BigDecimal number(String cell) {
    return cell.isEmpty() ? null : new BigDecimal(cell);
  }
}
