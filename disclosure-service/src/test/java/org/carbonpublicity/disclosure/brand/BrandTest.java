package org.carbonpublicity.disclosure.brand;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class BrandTest {

  @Inject Platform platform;

  private int batch;
  private String brand;

  @BeforeEach
  void registered() {
    batch = platform.draft();
    brand = "奔驰 " + batch;
    put(brand, Map.of("countryStyle", "GERMAN", "aliases", List.of("Benz " + batch)))
        .statusCode(200)
        .header("ETag", equalTo("\"1\""));
  }

  @Test
  void isFoundByNameAndAlias() {
    for (String spelling : List.of("ＢＥＮＺ" + batch, "奔驰" + batch)) {
      given()
          .queryParam("name", spelling)
          .get("/api/v1/brands")
          .then()
          .statusCode(200)
          .body("items.name", equalTo(List.of(brand)))
          .body("items[0].countryStyle", equalTo("GERMAN"));
    }
    given().get("/api/v1/brands/{name}", brand).then().body("aliases", hasSize(1));
    given().get("/api/v1/brands/{name}", "Benz " + batch).then().statusCode(404);
  }

  @Test
  void givesRowsItsNameAndItsCountryStyle() {
    platform
        .importCsv(batch, "?registerUnknown=true", form("BR-" + batch, "benz" + batch, ""))
        .statusCode(201);

    Platform.analyst()
        .get("/api/v1/vehicle-models/BR-" + batch)
        .then()
        .body("brand", equalTo(brand))
        .body("countryStyle", equalTo("GERMAN"));
  }

  @Test
  void refusesRowsWithAnotherCountryStyle() {
    platform
        .importCsv(batch, "?registerUnknown=true", form("BS-" + batch, brand, "DOMESTIC"))
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors[0].row", equalTo(2))
        .body("errors[0].column", equalTo("country_style"))
        .body("errors[0].code", equalTo("other-country-style"))
        .body("errors[0].message", equalTo("brand " + brand + " is GERMAN"));
  }

  @Test
  void changesUnderItsTagAndKeepsNamesOfOthersOut() {
    put(brand, Map.of("countryStyle", "OTHER")).body("revision", equalTo(2));
    put(brand, Map.of("countryStyle", "OTHER")).body("revision", equalTo(2));
    Platform.analyst()
        .contentType("application/json")
        .header("If-Match", "\"1\"")
        .body(Map.of("countryStyle", "GERMAN"))
        .put("/api/v1/brands/{name}", brand)
        .then()
        .statusCode(412);
    put("Other " + batch, Map.of("countryStyle", "OTHER", "aliases", List.of(brand)))
        .statusCode(409)
        .body("type", equalTo("/problems/brand-name-taken"));
    given().get("/api/v1/brands/{name}", "Other " + batch).then().statusCode(404);
    Platform.analyst()
        .queryParam("subject", "brand/" + brand)
        .get("/api/v1/operations/disclosure/audit-entries")
        .then()
        .body("items.action", equalTo(List.of("brand-registered", "brand-changed")));
  }

  @Test
  void namesAllThatIsWrongAndIsTheAnalysts() {
    put(brand, Map.of("countryStyle", "UNSPECIFIED", "aliases", List.of(" ")))
        .statusCode(422)
        .body("errors.code", equalTo(List.of("unknown-value", "missing")));
    put(brand, Map.of()).statusCode(422).body("errors[0].code", equalTo("missing"));
    for (String token : List.of(Tokens.automaker("E1"), Tokens.member(), Tokens.assessor())) {
      given()
          .auth()
          .oauth2(token)
          .contentType("application/json")
          .body("{}")
          .put("/api/v1/brands/X")
          .then()
          .statusCode(403);
    }
  }

  private static String form(String code, String brand, String style) {
    return Platform.form(
        "%s,,%s,%s,Series,%s,Name,GASOLINE,SEDAN,A,1300,6,,,,99900,2024-05,Y,"
            .formatted("Brand Motors " + code, brand, style, code));
  }

  private static ValidatableResponse put(String name, Map<String, ?> body) {
    return Platform.analyst()
        .contentType("application/json")
        .body(new HashMap<>(body))
        .put("/api/v1/brands/{name}", name)
        .then();
  }
}
