package org.carbonpublicity.disclosure.footprint.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.disclosure.fixture.FactorSetSamples;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.fixture.Vehicles;
import org.carbonpublicity.disclosure.footprint.FootprintCalculation;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class FootprintCalculationResourceTest {

  private static final String CALCULATIONS = "/api/v1/footprint-calculations";

  @Inject Platform platform;

  @Test
  void calculatesWithTheSetInForce() {
    BigDecimal expected =
        new FootprintCalculation(FactorSetSamples.illustrative())
            .calculate(Vehicles.phev())
            .gramsPerKm();

    ValidatableResponse answer =
        calculate(
            "'powertrain': 'PHEV', 'curbMassKg': 1687.3, 'fuelLPer100Km': 1.2,"
                + " 'electricityKwhPer100Km': 12, 'batteryKwh': 20, 'batteryChemistry': 'NMC'");

    answer
        .statusCode(200)
        .body("factorSet", equalTo("cpp-illustrative-2024"))
        .body("methodology", equalTo("cpp-lifecycle-1"))
        .body("inputs.curbMassKg", equalTo(1687.3f))
        .body("assumptions", hasSize(0))
        .body("terms.findAll { it.name == 'traction-battery' }.unit", contains("kWh"));
    BigDecimal total =
        answer
            .extract()
            .jsonPath(
                JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL))
            .get("gramsPerKm");
    assertThat(total).isEqualByComparingTo(expected);
  }

  @Test
  void saysWhatItTookForGranted() {
    calculate("'powertrain': 'HEV', 'curbMassKg': 1610, 'fuelLPer100Km': 4.9")
        .statusCode(200)
        .body("assumptions[0]", equalTo("battery of 1.3 kWh: none is stated"))
        .body("inputs.batteryKwh", nullValue());
  }

  @Test
  void tellsEveryFaultOfAVehicle() {
    calculate(
            "'powertrain': 'BEV', 'curbMassKg': 299.9, 'fuelLPer100Km': 60.1, 'batteryKwh':"
                + " 60.1234567, 'batteryChemistry': 'GEL'")
        .statusCode(422)
        .contentType(startsWith("application/problem+json"))
        .body("type", equalTo("/problems/invalid-vehicle"))
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "curbMassKg out-of-range",
                "fuelLPer100Km out-of-range",
                "fuelLPer100Km not-applicable",
                "electricityKwhPer100Km missing",
                "batteryKwh too-many-decimals",
                "batteryChemistry unknown-value"));
  }

  @Test
  void tellsAllThatIsMissing() {
    calculate("")
        .statusCode(422)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder("powertrain missing", "curbMassKg missing"));
  }

  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'powertrain': 'STEAM', 'curbMassKg': 1500 | powertrain unknown-value",
        "'powertrain': 'GASOLINE', 'curbMassKg': 1500 | fuelLPer100Km missing",
        "'powertrain': 'GASOLINE', 'curbMassKg': 1500, 'fuelLPer100Km': 6, 'batteryKwh': 1 |"
            + " batteryKwh not-applicable",
        "'powertrain': 'DIESEL', 'curbMassKg': 1500, 'fuelLPer100Km': 6, 'batteryChemistry': 'LFP' |"
            + " batteryChemistry not-applicable",
        "'powertrain': 'DIESEL', 'curbMassKg': 1500, 'fuelLPer100Km': 0 | fuelLPer100Km out-of-range",
        "'powertrain': 'DIESEL', 'curbMassKg': 1500, 'fuelLPer100Km': 1e999999999 |"
            + " fuelLPer100Km out-of-range",
        "'powertrain': 'DIESEL', 'curbMassKg': 1500, 'fuelLPer100Km': -6 | fuelLPer100Km out-of-range",
        "'powertrain': 'BEV', 'curbMassKg': 1500, 'electricityKwhPer100Km': 12 | batteryKwh missing",
        "'powertrain': 'BEV', 'curbMassKg': 480, 'electricityKwhPer100Km': 12, 'batteryKwh': 60,"
            + " 'batteryChemistry': 'LFP' | curbMassKg implausible"
      })
  void tellsTheOneThingThatIsWrongWithAVehicle(String vehicle, String fault) {
    calculate(vehicle)
        .statusCode(422)
        .body("errors.collect { it.field + ' ' + it.code }", equalTo(List.of(fault)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"300", "6000", "1500.123", "1500.1230000"})
  void takesWhatAFormTakes(String mass) {
    calculate("'powertrain': 'GASOLINE', 'fuelLPer100Km': 0.1, 'curbMassKg': " + mass)
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"powertrain\": \"BEV\", \"colour\": \"red\"}",
        "{\"curbMassKg\": \"heavy\"}",
        "{\"curbMassKg\": NaN}",
        "{\"curbMassKg\": [1500]}"
      })
  void refusesAnotherBody(String body) {
    Platform.json(Platform.analyst(), body)
        .post(CALCULATIONS)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/malformed-body"));
  }

  @Test
  void storesNothing() {
    long before = rows();

    calculate("'powertrain': 'GASOLINE', 'curbMassKg': 1500, 'fuelLPer100Km': 6").statusCode(200);

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void isForEverybodyWithAToken() {
    String body = "{\"powertrain\": \"GASOLINE\", \"curbMassKg\": 1500, \"fuelLPer100Km\": 6}";

    Platform.json(given(), body)
        .post(CALCULATIONS)
        .then()
        .statusCode(401)
        .body("detail", containsString("token"));
    for (String token : List.of(Tokens.member(), Tokens.automaker("E0001"), Tokens.assessor())) {
      Platform.json(given().auth().oauth2(token), body).post(CALCULATIONS).then().statusCode(200);
    }
  }

  private long rows() {
    return platform.count("select count(*) from footprint_revision")
        + platform.count("select count(*) from factor_set")
        + platform.count("select count(*) from idempotency_key");
  }

  private static ValidatableResponse calculate(String vehicle) {
    return Platform.json(Platform.analyst(), "{" + vehicle.replace('\'', '"') + "}")
        .post(CALCULATIONS)
        .then();
  }
}
