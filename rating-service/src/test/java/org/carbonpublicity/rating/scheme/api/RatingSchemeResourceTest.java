package org.carbonpublicity.rating.scheme.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.rating.fixture.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class RatingSchemeResourceTest {

  private static final String SCHEMES = "/api/v1/rating-schemes";
  private static final String OTHER = Platform.SCHEME.replace("0.155", "0.156");

  @Inject Platform platform;

  @BeforeEach
  void reset() {
    platform.reset();
  }

  @Test
  void aSchemeIsReadAsItWasWritten() {
    put("cpp", Platform.SCHEME)
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("id", equalTo("cpp"))
        .body("state", equalTo("DRAFT"))
        .body("version", equalTo(1));

    given()
        .get(SCHEMES + "/cpp")
        .then()
        .statusCode(200)
        .body("kind", equalTo("FIXED_LINES"))
        .body("titleZh", equalTo("测试"))
        .body("lines.GASOLINE.interceptGramsPerKm", equalTo(40))
        .body("lines.BEV.slopeGramsPerKmPerKg", equalTo(0.1f))
        .body("classUpperBounds.'4'", equalTo(1.08f))
        .body("classes[0].class", equalTo(1))
        .body("classes.name", hasItems("Low Carbon+", "High Carbon+"))
        .body("classes[2].nameZh", equalTo("中碳"))
        .body("activatedAt", nullValue());
  }

  @Test
  void aDraftIsReplacedOnlyAsItWasLastRead() {
    String first = put("cpp", Platform.SCHEME).extract().header("ETag");
    String second =
        put("cpp", OTHER, analyst().header("If-Match", first))
            .statusCode(200)
            .body("version", equalTo(2))
            .extract()
            .header("ETag");

    put("cpp", Platform.SCHEME, analyst().header("If-Match", first))
        .statusCode(412)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/precondition-failed"));
    put("cpp", Platform.SCHEME, analyst().header("If-None-Match", "*")).statusCode(412);
    put("cpp", Platform.SCHEME, analyst().header("If-Match", "W/" + second)).statusCode(412);
    put("new", Platform.SCHEME, analyst().header("If-Match", "*")).statusCode(412);

    given()
        .get(SCHEMES + "/cpp")
        .then()
        .body("version", equalTo(2))
        .body("lines.GASOLINE.slopeGramsPerKmPerKg", equalTo(0.156f));
    given().get(SCHEMES + "/new").then().statusCode(404);
  }

  @Test
  void aReaderThatHasTheSchemeIsToldSo() {
    String tag = put("cpp", Platform.SCHEME).extract().header("ETag");

    given().header("If-None-Match", tag).get(SCHEMES + "/cpp").then().statusCode(304);

    platform.activate("cpp");
    given().header("If-None-Match", tag).get(SCHEMES + "/cpp").then().statusCode(200);
  }

  @Test
  void aSchemeThatWasInForceNeverChanges() {
    put("cpp", Platform.SCHEME);
    put("next", OTHER);
    platform.activate("cpp");

    put("cpp", OTHER)
        .statusCode(409)
        .body("type", equalTo("/problems/rating-scheme-in-use"))
        .body("detail", containsString("ACTIVE"));
    platform.activate("next");
    put("cpp", OTHER).statusCode(409).body("detail", containsString("RETIRED"));

    put("cpp", Platform.SCHEME.replace("0.92", "0.920"))
        .statusCode(200)
        .body("version", equalTo(1))
        .body("classUpperBounds.'1'", equalTo(0.92f));
  }

  @Test
  void activatingTheSchemeInForceChangesNothing() {
    put("cpp", Platform.SCHEME);
    platform.activate("cpp");

    analyst()
        .post(SCHEMES + "/cpp/activation")
        .then()
        .statusCode(200)
        .header("Location", containsString(SCHEMES + "/cpp"))
        .body("state", equalTo("ACTIVE"));
    assertThat(platform.number("select count(*) from scheme_activation")).isEqualTo(1);
  }

  @Test
  void aRetiredSchemeMayComeBackIntoForce() {
    put("cpp", Platform.SCHEME);
    put("next", OTHER);
    platform.activate("cpp");
    platform.activate("next");
    platform.activate("cpp");

    given().get(SCHEMES + "/cpp").then().body("state", equalTo("ACTIVE"));
    given().get(SCHEMES + "/next").then().body("state", equalTo("RETIRED"));
  }

  @Test
  void schemesAreListedByIdInPages() {
    put("a", Platform.SCHEME);
    put("b", Platform.SCHEME);
    put("c", Platform.SCHEME);

    String link =
        given()
            .get(SCHEMES + "?limit=2")
            .then()
            .statusCode(200)
            .body("items.id", equalTo(List.of("a", "b")))
            .extract()
            .header("Link");
    assertThat(link).endsWith("; rel=\"next\"");
    given()
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .statusCode(200)
        .header("Link", nullValue())
        .body("items.id", equalTo(List.of("c")));
  }

  @Test
  void everythingWrongWithASchemeIsToldAtOnce() {
    put(
            "cpp",
            """
            {"title": "", "titleZh": "测\\u0000", "lines": {"STEAM": {}},
             "classUpperBounds": {"1": 1, "2": 1, "3": 1e99, "4": 2}}""")
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-rating-scheme"))
        .body("errors", hasSize(5))
        .body("errors.code", hasItem("unknown-powertrain"))
        .body("errors.field", hasItem("classUpperBounds.3"));
    given().get(SCHEMES + "/cpp").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"surprise\": 1}",
        "{\"lines\": 3}",
        "{\"lines\": {\"BEV\": {\"intercept\": 1}}}",
        "{\"classUpperBounds\": {\"1\": \"x\"}}"
      })
  void aBodyOfAnotherShapeIsRefused(String body) {
    put("cpp", body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", notNullValue())
        .body("status", equalTo(400));
    given().get(SCHEMES + "/cpp").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/rating-schemes?limit=0, 400, /problems/invalid-parameter",
    "/api/v1/rating-schemes?limit=1001, 400, /problems/invalid-parameter",
    "/api/v1/rating-schemes?limit=x, 400, /problems/invalid-parameter",
    "/api/v1/rating-schemes?limit=1&limit=2, 400, /problems/invalid-parameter",
    "/api/v1/rating-schemes?cursor=%25%25, 400, /problems/invalid-parameter",
    "/api/v1/rating-schemes?cursor=AA, 400, /problems/invalid-parameter",
    "/api/v1/rating-schemes?title=x, 400, /problems/unknown-query-parameter",
    "/api/v1/rating-schemes/cpp?verbose, 400, /problems/unknown-query-parameter",
    "/api/v1/rating-schemes/a%00b, 400, /problems/invalid-parameter",
    "/api/v1/rating-schemes/nowhere, 404, /problems/unknown-rating-scheme",
  })
  void aWrongRequestIsAnsweredWithAProblem(String path, int status, String type) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo(type));
  }

  @Test
  void whatIsNotThereCannotBeActivated() {
    analyst().post(SCHEMES + "/nowhere/activation").then().statusCode(404);
    put("-bad", Platform.SCHEME).statusCode(400);
    analyst().contentType("text/plain").body("x").put(SCHEMES + "/cpp").then().statusCode(415);
  }

  @Test
  void onlyAnalystsWrite() {
    put("cpp", Platform.SCHEME, given()).statusCode(401).contentType("application/problem+json");
    for (String token : new String[] {Tokens.member(), Tokens.assessor(), Tokens.automaker("E1")}) {
      put("cpp", Platform.SCHEME, given().auth().oauth2(token))
          .statusCode(403)
          .contentType("application/problem+json");
      given()
          .auth()
          .oauth2(token)
          .post(SCHEMES + "/cpp/activation")
          .then()
          .statusCode(403)
          .contentType("application/problem+json");
    }
    given().post(SCHEMES + "/cpp/activation").then().statusCode(401);
    put("cpp", Platform.SCHEME, given().auth().oauth2("no.token.atAll")).statusCode(401);
    given().get(SCHEMES + "/cpp").then().statusCode(404);
  }

  private static RequestSpecification analyst() {
    return given().auth().oauth2(Tokens.analyst());
  }

  private static ValidatableResponse put(String id, String body) {
    return put(id, body, analyst());
  }

  private static ValidatableResponse put(String id, String body, RequestSpecification request) {
    return request.contentType("application/json").body(body).put(SCHEMES + "/" + id).then();
  }
}
