package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a model has its class, which moved, and what would bring it further. */
class ExplanationIT {

  private static final List<String> INPUTS =
      List.of("fuelLPer100Km", "electricityKwhPer100Km", "batteryKwh");

  private final DemoPlatform demo = DemoPlatform.loaded();

  @Test
  void whatIsSaidToReachTheNextClassDoesReachItByDisclosuresOwnCalculation() {
    int confirmed = 0;
    for (String powertrain : List.of("GASOLINE", "PHEV", "BEV")) {
      String code = calculated(powertrain);
      JsonPath answer = json("/api/v1/ratings/" + code + "/improvements");
      JsonPath explanation = json("/api/v1/ratings/" + code);
      int better = answer.getInt("target.class");
      BigDecimal bound = decimal(explanation, "bands[" + (better - 1) + "].upperBoundGramsPerKm");
      assertThat(answer.getInt("class")).isEqualTo(better + 1);
      assertThat(decimal(answer, "target.mustFallByGramsPerKm"))
          .isEqualByComparingTo(decimal(explanation, "footprintGramsPerKm").subtract(bound));
      assertThat(answer.<String>getList("items.input")).isEqualTo(INPUTS);

      Map<String, Object> vehicle = vehicle(code, answer.getInt("footprintRevision"));
      for (int i = 0; i < INPUTS.size(); i++) {
        String reason = answer.getString("items[" + i + "].reason");
        assertThat("NO_SUCH_INPUT".equals(reason)).isEqualTo(!vehicle.containsKey(INPUTS.get(i)));
        if (reason == null) {
          confirmed++;
          BigDecimal needed = decimal(answer, "items[" + i + "].needed");
          assertThat(calculated(vehicle, INPUTS.get(i), needed))
              .as("%s with %s of %s", code, INPUTS.get(i), needed)
              .isLessThanOrEqualTo(bound)
              .isEqualByComparingTo(decimal(answer, "items[" + i + "].footprintGramsPerKm"));
          BigDecimal more = needed.add(new BigDecimal("0.02"));
          assertThat(calculated(vehicle, INPUTS.get(i), more)).isGreaterThan(bound);
        }
      }
    }
    assertThat(confirmed).isGreaterThanOrEqualTo(3);
  }

  @Test
  void anImportedFootprintHasNoInputsToImprove() {
    String code =
        demo.anyone()
            .call()
            .get("/api/v1/editions/1/ratings?class=4&limit=1")
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].modelCode");

    demo.as("analyst")
        .call()
        .get("/api/v1/ratings/" + code + "/improvements?edition=1")
        .then()
        .statusCode(200)
        .body("target.class", equalTo(3))
        .body("reason", equalTo("IMPORTED_FOOTPRINT"))
        .body("items", equalTo(List.of()));
  }

  @Test
  void theMatrixOfTheTwoEditionsAddsUpToTheirModels() {
    JsonPath matrix = json("/api/v1/editions/2/migrations");
    int models = 0;
    for (Object row : matrix.getList("rows.models")) {
      models += ((Number) row).intValue();
    }

    assertThat(matrix.getInt("since")).isEqualTo(1);
    assertThat(models).isEqualTo(7_120 + 1_297 + matrix.getInt("left.models"));
    assertThat(matrix.getInt("entered.models")).isEqualTo(1_297 + matrix.getInt("left.models"));
    assertThat(matrix.<Object>getList("causes.models").subList(1, 3)).isEqualTo(List.of(0, 0));
  }

  /** A model of batch 4 that is not of the best class. */
  private String calculated(String powertrain) {
    List<String> codes =
        demo.anyone()
            .call()
            .get("/api/v1/editions/2/migrations/models?from=absent&to=3&limit=1000")
            .then()
            .statusCode(200)
            .extract()
            .path("items.findAll { it.after.powertrain == '" + powertrain + "' }.modelCode");
    for (String code : codes) {
      if (json("/api/v1/ratings/" + code + "/improvements").getString("reason") == null) {
        return code;
      }
    }
    throw new AssertionError("no calculated " + powertrain + " of class 3 among " + codes.size());
  }

  private Map<String, Object> vehicle(String code, int revision) {
    JsonPath footprint = json("/api/v1/vehicle-models/" + code + "/footprints/" + revision);
    Map<String, Object> vehicle = new HashMap<>();
    for (String name : List.of("powertrain", "curbMassKg", "batteryChemistry", "factorSet")) {
      put(vehicle, name, footprint.get(name));
    }
    INPUTS.forEach(name -> put(vehicle, name, footprint.get(name)));
    return vehicle;
  }

  private static void put(Map<String, Object> vehicle, String name, Object value) {
    if (value != null) {
      vehicle.put(name, value);
    }
  }

  private BigDecimal calculated(Map<String, Object> vehicle, String input, BigDecimal value) {
    Map<String, Object> changed = new HashMap<>(vehicle);
    changed.put(input, value);
    return decimal(
        precise(
            demo.as("analyst")
                .call()
                .contentType(ContentType.JSON)
                .body(changed)
                .post("/api/v1/footprint-calculations")
                .then()
                .statusCode(200)
                .extract()
                .asString()),
        "gramsPerKm");
  }

  private JsonPath json(String path) {
    return precise(demo.as("analyst").call().get(path).then().statusCode(200).extract().asString());
  }

  private static JsonPath precise(String json) {
    return new JsonPath(json).using(new JsonPathConfig(NumberReturnType.BIG_DECIMAL));
  }

  private static BigDecimal decimal(JsonPath json, String path) {
    return new BigDecimal(json.get(path).toString());
  }
}
