package org.carbonpublicity.rating.label;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.rating.fixture.Platform;

/** What automakers, analysts and the public ask of labels. */
final class LabelCalls {

  static final String LABELS = "/api/v1/labels";

  private LabelCalls() {}

  static String body(String kind, List<String> models) {
    return "{\"kind\": \"%s\", \"models\": [%s]}"
        .formatted(
            kind, models.stream().map(code -> '"' + code + '"').collect(Collectors.joining(",")));
  }

  static ValidatableResponse apply(String token, String kind, String... models) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body(kind, List.of(models)))
        .post(LABELS)
        .then();
  }

  /** Applies for one model as an analyst; the application's number. */
  static String applied(String kind, String model) {
    return apply(Tokens.analyst(), kind, model)
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("items[0].id");
  }

  static ValidatableResponse approve(String label) {
    return given().auth().oauth2(Tokens.analyst()).post(LABELS + "/" + label + "/approval").then();
  }

  static ValidatableResponse decide(String label, String decision) {
    return given()
        .auth()
        .oauth2(Tokens.analyst())
        .contentType("application/json")
        .body("{\"reason\": \"checked <again>\"}")
        .post(LABELS + "/" + label + "/" + decision)
        .then();
  }

  /** Applies and approves; the serial number. */
  static String issued(String kind, String model) {
    return approve(applied(kind, model))
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("certificate.serial");
  }

  /** A label as the public sees it. */
  static JsonNode seen(String label) {
    return Platform.parse(
        given().get(LABELS + "/" + label).then().statusCode(200).extract().asString());
  }

  static String state(String label) {
    return seen(label).get("state").asText();
  }

  static String credential(String serial) {
    return given()
        .get(LABELS + "/" + serial + "/credential")
        .then()
        .statusCode(200)
        .contentType("application/vc+jwt")
        .extract()
        .asString();
  }
}
