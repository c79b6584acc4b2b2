package org.carbonpublicity.disclosure.footprint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Json;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class FootprintExplanationTest {

  @Inject Platform platform;

  private int batch;
  private String maker;

  @BeforeEach
  void open() {
    batch = platform.draft();
    maker = platform.enterprise("Explained " + batch);
  }

  @Test
  void showsInputsTermsSourcesAndShares() {
    load(
        row("PHEV", "P", 1670, "2.9", "6.3", "15.9", "LFP", ""),
        row("HEV", "H", 1610, "4.9", "", "", "", ""));

    footprint("P", 1)
        .body("modelCode", equalTo(code("P")))
        .body("origin", equalTo("CALCULATED"))
        .body("inputs", hasSize(6))
        .body("inputs.find { it.name == 'curbMassKg' }.value", equalTo("1670"))
        .body("inputs.find { it.name == 'curbMassKg' }.unit", equalTo("kg"))
        .body("inputs.quality.unique()", contains("MEASURED"))
        .body("inputs.provenance.unique()", contains("IMPORTED_FORM"))
        .body("dataQuality.measured", equalTo(6))
        .body("dataQuality.defaults", equalTo(0))
        .body("terms.find { it.name == 'electricity' }.factor", equalTo(0.5777f))
        .body("terms.find { it.name == 'electricity' }.factorUnit", equalTo("kgCO2e/kWh"))
        .body("terms.find { it.name == 'electricity' }.factors[0].source", startsWith("published"))
        .body(
            "terms.find { it.name == 'tyres' }.factors.name",
            containsInAnyOrder(
                "tyreShare.rubber", "tyreShare.steel", "material.rubber", "material.steel"))
        .body("terms.find { it.name == 'traction-battery' }.quality", equalTo("MEASURED"))
        .body("terms.find { it.name == 'assembly' }.quality", equalTo("DEFAULT"));
    footprint("H", 1)
        .body("inputs.find { it.name == 'batteryKwh' }.quality", equalTo("DEFAULT"))
        .body("inputs.find { it.name == 'batteryKwh' }.provenance", equalTo("FACTOR_SET"))
        .body("inputs.find { it.name == 'batteryKwh' }.factor", equalTo("assumed.hevBatteryKwh"))
        .body("inputs.find { it.name == 'batteryChemistry' }.quality", equalTo("DEFAULT"))
        .body("dataQuality.measured", equalTo(3))
        .body("dataQuality.defaults", equalTo(2))
        .body("terms.find { it.name == 'traction-battery' }.quality", equalTo("DEFAULT"));

    JsonNode explained = Json.of(footprint("H", 1));
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal assumed = BigDecimal.ZERO;
    for (JsonNode term : explained.get("terms")) {
      BigDecimal grams = term.get("gramsPerKm").decimalValue();
      total = total.add(grams);
      if (term.get("quality").asText().equals("DEFAULT")) {
        assumed = assumed.add(grams);
      }
    }
    assertThat(explained.get("footprintGramsPerKm").decimalValue()).isEqualByComparingTo(total);
    assertThat(explained.at("/dataQuality/defaultGramsPerKm").decimalValue())
        .isEqualByComparingTo(assumed);
    assertThat(explained.at("/dataQuality/defaultSharePercent").doubleValue())
        .isBetween(
            100 * assumed.doubleValue() / total.doubleValue() - 0.06,
            100 * assumed.doubleValue() / total.doubleValue() + 0.06);
  }

  @Test
  void recomputesTheStoredNumberToTheLastDigit() {
    load(
        row("GASOLINE", "G", 1288, "5.94", "", "", "", ""),
        row("DIESEL", "D", 2105, "7.13", "", "", "", ""),
        row("HEV", "H", 1610, "4.9", "", "", "", ""),
        row("PHEV", "P", 1671, "2.97", "6.31", "15.87", "NMC", ""),
        row("BEV", "B", 1901, "", "12.57", "60.48", "", ""));

    for (String model : new String[] {"G", "D", "H", "P", "B"}) {
      JsonNode explained = Json.of(footprint(model, 1));

      assertThat(explained.get("recomputedGramsPerKm").decimalValue())
          .isEqualTo(explained.get("footprintGramsPerKm").decimalValue());
    }
  }

  @Test
  void attributesADifferenceToTheLastDigit() {
    load(row("BEV", "B", 1901, "", "12.5", "60", "LFP", ""));
    correct(row("BEV", "B", 1875, "", "13.1", "62.5", "NMC", null));

    JsonNode difference =
        Json.of(
            Platform.analyst()
                .get(path("B", 2) + "/difference?from=1")
                .then()
                .statusCode(200)
                .body("from.revision", equalTo(1))
                .body("to.revision", equalTo(2))
                .body("attribution", startsWith("Sequential substitution"))
                .body("attributions.kind.unique()", contains("INPUT"))
                .body(
                    "attributions.name",
                    contains(
                        "curbMassKg", "batteryKwh", "batteryChemistry", "electricityKwhPer100Km"))
                .body("attributions[0].from", equalTo("1901"))
                .body("attributions[0].to", equalTo("1875")));
    BigDecimal stored =
        Json.of(footprint("B", 2))
            .get("footprintGramsPerKm")
            .decimalValue()
            .subtract(Json.of(footprint("B", 1)).get("footprintGramsPerKm").decimalValue());
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode attribution : difference.get("attributions")) {
      sum = sum.add(attribution.get("gramsPerKm").decimalValue());
    }

    assertThat(sum).isEqualByComparingTo(stored);
    assertThat(difference.get("differenceGramsPerKm").decimalValue()).isEqualByComparingTo(stored);
    // Without from: to the revision that it replaces; and back again with the other sign.
    assertThat(Json.of(Platform.analyst().get(path("B", 2) + "/difference").then()))
        .isEqualTo(difference);
    assertThat(
            Json.of(Platform.analyst().get(path("B", 1) + "/difference?from=2").then())
                .get("differenceGramsPerKm")
                .decimalValue())
        .isEqualByComparingTo(stored.negate());
  }

  @Test
  void saysWhatCannotBeToldOfAFootprintMadeElsewhere() {
    load(row("BEV", "B", 1901, "", "12.5", "60", "LFP", "200.5"));
    correct(row("BEV", "B", 1890, "", "12.5", "60", "LFP", null));

    footprint("B", 1)
        .body("origin", equalTo("IMPORTED"))
        .body("terms", empty())
        .body("dataQuality.measured", equalTo(5))
        .body("dataQuality.defaultSharePercent", equalTo(null))
        .body("recomputedGramsPerKm", equalTo(null));
    Platform.analyst()
        .get(path("B", 2) + "/difference?from=1")
        .then()
        .statusCode(200)
        .body("note", notNullValue())
        .body("attributions.kind", contains("METHOD", "INPUT"))
        .body("attributions[0].from", equalTo("accounted elsewhere"));
    Platform.analyst()
        .get(path("B", 1) + "/sensitivity")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void tellsWhatAUnitMoreAdds() {
    load(row("GASOLINE", "G", 1288, "5.94", "", "", "", ""));

    Platform.analyst()
        .get(path("G", 1) + "/sensitivity")
        .then()
        .statusCode(200)
        .body("items.input", contains("curbMassKg", "fuelLPer100Km"))
        .body("items.find { it.input == 'fuelLPer100Km' }.gramsPerKmPerUnit", equalTo(28.57f))
        .body(
            "items.find { it.input == 'fuelLPer100Km' }.derivativeUnit",
            equalTo("gCO2e/km per L/100 km"));
  }

  @Test
  void isSeenByWhoMaySeeTheRevision() {
    load(row("GASOLINE", "G", 1288, "5.94", "", "", "", ""));
    String other = platform.enterprise("Other " + batch);

    for (String view : new String[] {"", "/difference?from=1", "/sensitivity"}) {
      given().get(path("G", 1) + view).then().statusCode(404);
      Platform.automaker(maker).get(path("G", 1) + view).then().statusCode(404);
    }
    review();
    for (String view : new String[] {"", "/difference?from=1", "/sensitivity"}) {
      given().get(path("G", 1) + view).then().statusCode(404);
      Platform.automaker(other).get(path("G", 1) + view).then().statusCode(404);
      Platform.automaker(maker).get(path("G", 1) + view).then().statusCode(200);
    }
    platform.publishReviewed(batch);
    for (String view : new String[] {"", "/difference?from=1", "/sensitivity"}) {
      given().get(path("G", 1) + view).then().statusCode(200);
    }
  }

  @Test
  void namesWhatIsNotThere() {
    load(row("GASOLINE", "G", 1288, "5.94", "", "", "", ""));

    for (String revision : new String[] {"2", "0", "x", "99999999999"}) {
      for (String view : new String[] {"", "/difference", "/sensitivity"}) {
        Platform.analyst()
            .get("/api/v1/vehicle-models/" + code("G") + "/footprints/" + revision + view)
            .then()
            .statusCode(404)
            .body("type", equalTo("/problems/unknown-revision"));
      }
    }
    Platform.analyst()
        .get(path("G", 1) + "/difference")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("from"));
    Platform.analyst().get(path("G", 1) + "/difference?from=2").then().statusCode(404);
    Platform.analyst().get(path("G", 1) + "/sensitivity?from=2").then().statusCode(400);
  }

  @Test
  void calculatesWithTheGridOfAnotherYearOrProvince() {
    given()
        .get("/api/v1/grid-factors")
        .then()
        .statusCode(200)
        .body("items.findAll { it.region == 'CN' }.year", contains(2024, 2023, 2022))
        .body("items.find { it.region == 'CN' && it.year == 2022 }.note", startsWith("CO2 only"))
        .body("items.findAll { it.region != 'CN' }.illustrative.unique()", contains(true))
        .body("items.findAll { it.region != 'CN' }", hasSize(30));

    double now = whatIf(Map.of());
    assertThat(whatIf(Map.of("gridYear", 2024))).isEqualTo(now);
    // 12.5 kWh/100 km: 125 g/km for every kilogram in a kilowatt hour.
    assertThat(whatIf(Map.of("gridYear", 2023)) - now)
        .isCloseTo(125 * (0.6205 - 0.5777), within(1e-9));
    assertThat(whatIf(Map.of("gridRegion", "CN-YN", "gridYear", 2022))).isLessThan(now - 50);
    assertThat(whatIf(Map.of("factorSet", "cpp-illustrative-2024"))).isEqualTo(now);

    calculation(Map.of("gridRegion", "CN-YN"))
        .statusCode(200)
        .body("gridFactor.illustrative", equalTo(true))
        .body("inputs.batteryKwh", equalTo(60))
        .body(
            "terms.find { it.name == 'electricity' }.factors[0].source",
            startsWith("illustrative value of this platform: Yunnan"));
    calculation(Map.of("gridRegion", "CN-XX", "factorSet", "none", "fuelLPer100Km", 3))
        .statusCode(422)
        .body("errors.field", containsInAnyOrder("gridRegion", "factorSet", "fuelLPer100Km"));
    calculation(Map.of("gridYear", 1999)).statusCode(422).body("errors.field", hasItem("gridYear"));
    for (String id : new String[] {"", "nul\0", "half \ud800", "x".repeat(100)}) {
      calculation(Map.of("factorSet", id)).statusCode(422);
    }
  }

  private double whatIf(Map<String, Object> more) {
    return Json.of(calculation(more).statusCode(200)).get("gramsPerKm").doubleValue();
  }

  private static ValidatableResponse calculation(Map<String, Object> more) {
    Map<String, Object> request =
        new HashMap<>(
            Map.of(
                "powertrain",
                "BEV",
                "curbMassKg",
                1901,
                "electricityKwhPer100Km",
                12.5,
                "batteryKwh",
                60,
                "batteryChemistry",
                "LFP"));
    request.putAll(more);
    return Platform.analyst()
        .contentType("application/json")
        .body(request)
        .post("/api/v1/footprint-calculations")
        .then();
  }

  private ValidatableResponse footprint(String model, int revision) {
    return Platform.analyst().get(path(model, revision)).then().statusCode(200);
  }

  private String path(String model, int revision) {
    return "/api/v1/vehicle-models/" + code(model) + "/footprints/" + revision;
  }

  private String code(String model) {
    return "EXP-" + batch + "-" + model;
  }

  /** A row of a form; footprint null leaves its column out, as an automaker's form must. */
  private String row(
      String powertrain,
      String model,
      int mass,
      String fuel,
      String electricity,
      String battery,
      String chemistry,
      @Nullable String footprint) {
    String row =
        "%s,,Brand,DOMESTIC,Series,%s,Name,%s,SEDAN,A,%d,%s,%s,%s,%s,99900,2024-05,Y"
            .formatted(maker, code(model), powertrain, mass, fuel, electricity, battery, chemistry);
    return footprint == null ? row : row + "," + footprint;
  }

  private void load(String... rows) {
    platform.importCsv(batch, "", Platform.form(rows)).statusCode(201);
  }

  private void review() {
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
  }

  private void correct(String row) {
    review();
    String header = Platform.HEADER.replace(",footprint_g_per_km", "");
    platform
        .upload(
            Platform.automaker(maker),
            "/api/v1/batches/" + batch + "/feedback-forms",
            Platform.CSV,
            Platform.bytes(header + "\n" + row + "\n"))
        .statusCode(201);
  }
}
