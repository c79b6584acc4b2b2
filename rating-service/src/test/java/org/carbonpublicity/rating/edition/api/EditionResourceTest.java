package org.carbonpublicity.rating.edition.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EditionResourceTest {

  private static final String EDITIONS = "/api/v1/editions";

  @Inject Platform platform;

  @BeforeEach
  void publish() {
    platform.reset();
    platform.activateScheme();
    platform.publish(
        1,
        3,
        List.of(
            Model.sedan("C1", "236.44"),
            Model.sedan("C2", "236.45").of("E0002"),
            Model.sedan("C5/ 汽?&", "300"),
            Model.sedan("OFF", "100").offSale(),
            Model.sedan("NOMASS", "150").withoutMass().driven("BEV")));
    platform.awaitEdition(1);
  }

  @Test
  void anEditionTellsWhatItContains() {
    given()
        .get(EDITIONS + "/latest")
        .then()
        .statusCode(200)
        .body("number", equalTo(1))
        .body("state", equalTo("COMPLETED"))
        .body("scheme", equalTo("test"))
        .body("batches", equalTo(List.of(3)))
        .body("models", equalTo(5))
        .body("modelsOnSale", equalTo(4))
        .body("modelsRated", equalTo(4))
        .body("modelsUnrated", equalTo(1))
        .body("classCounts.'1'", equalTo(2))
        .body("classCounts.'2'", equalTo(1))
        .body("classCounts.'3'", equalTo(0))
        .body("classCounts.'5'", equalTo(1))
        .body("previousEdition", nullValue());
    given().get(EDITIONS).then().statusCode(200).body("items.number", equalTo(List.of(1)));
  }

  @Test
  void aRatingExplainsItself() {
    given()
        .get("/api/v1/ratings/C1")
        .then()
        .statusCode(200)
        .body("edition", equalTo(1))
        .body("scheme", equalTo("test"))
        .body("class", equalTo(1))
        .body("className", equalTo("Low Carbon+"))
        .body("classNameZh", equalTo("低碳+"))
        .body("footprintGramsPerKm", equalTo(236.44f))
        .body("footprintRevision", equalTo(1))
        .body("ratio", equalTo(0.92f))
        .body("referenceGramsPerKm", equalTo(257f))
        .body("line.interceptGramsPerKm", equalTo(40))
        .body("line.slopeGramsPerKmPerKg", equalTo(0.155f))
        .body("bands[0].upperBoundGramsPerKm", equalTo(236.44f))
        .body("bands[1].upperBoundOfRatio", equalTo(0.97f))
        .body("bands[4].upperBoundOfRatio", nullValue())
        .body("category.models", equalTo(3))
        .body("category.meanGramsPerKm", equalTo(257.63f))
        .body("belowAverage", equalTo(true));
  }

  @Test
  void offSaleHasAClassButNoSideOfTheMean() {
    given()
        .get("/api/v1/ratings/OFF")
        .then()
        .statusCode(200)
        .body("class", equalTo(1))
        .body("onSale", equalTo(false))
        .body("categoryMeanGramsPerKm", equalTo(257.63f))
        .body("belowAverage", nullValue());
  }

  @Test
  void unratedHasAReasonAndStaysInTheMeans() {
    given()
        .get("/api/v1/ratings/NOMASS")
        .then()
        .statusCode(200)
        .body("class", nullValue())
        .body("ratio", nullValue())
        .body("unratedReason", equalTo("NO_CURB_MASS"))
        .body("bands[0].upperBoundGramsPerKm", nullValue())
        .body("category.models", equalTo(1))
        .body("belowAverage", equalTo(false));
  }

  @ParameterizedTest
  @CsvSource({
    "class=1, C1 OFF",
    "class=1&onSale=true, C1",
    "enterprise=E0002, C2",
    "powertrain=BEV, NOMASS",
    "powertrain=GASOLINE&bodyType=SEDAN&segment=A&onSale=false, OFF",
    "segment=B, ''",
    "group=Group&brand=Brand&series=Series&class=5, C5/ 汽?&",
  })
  void ratingsAreRestrictedByParameters(String query, String expected) {
    List<String> codes =
        given()
            .get(EDITIONS + "/latest/ratings?" + query)
            .then()
            .statusCode(200)
            .body("edition", equalTo(1))
            .extract()
            .path("items.modelCode");

    assertThat(String.join(" ", codes)).isEqualTo(expected);
  }

  @Test
  void pagesFollowEachOtherWithinOneEdition() {
    StringBuilder codes = new StringBuilder();
    String next = EDITIONS + "/latest/ratings?limit=1&powertrain=GASOLINE";
    while (next != null) {
      var page = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
      codes.append(String.join(",", page.<List<String>>path("items.modelCode"))).append(';');
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
      if (next != null) {
        assertThat(next).startsWith(EDITIONS + "/1/ratings?").contains("powertrain=GASOLINE");
      }
    }

    assertThat(codes).hasToString("C1;C2;C5/ 汽?&;OFF;");
  }

  @Test
  void aCodeMayHaveAnyCharacters() {
    given()
        .get("/api/v1/ratings/{code}", "C5/ 汽?&")
        .then()
        .statusCode(200)
        .body("modelCode", equalTo("C5/ 汽?&"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/editions/latest",
        "/api/v1/editions/1",
        "/api/v1/editions/latest/ratings?class=1",
        "/api/v1/editions/1/category-means",
        "/api/v1/ratings/C1"
      })
  void aReaderThatHasTheEditionIsToldSo(String path) {
    String tag = given().get(path).then().statusCode(200).extract().header("ETag");
    assertThat(tag).startsWith("\"");

    given()
        .header("If-None-Match", "\"other\", W/" + tag)
        .get(path)
        .then()
        .statusCode(304)
        .header("ETag", equalTo(tag));

    platform.publish(2, 4, List.of(Model.sedan("NEW", "100")));
    platform.awaitEdition(2);
    int expected = path.contains("/1") ? 304 : 200;
    given().header("If-None-Match", tag).get(path).then().statusCode(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/editions/2, 404, /problems/unknown-edition",
    "/api/v1/editions/0, 404, /problems/unknown-edition",
    "/api/v1/editions/-1, 404, /problems/unknown-edition",
    "/api/v1/editions/99999999999999999999, 404, /problems/unknown-edition",
    "/api/v1/editions/first/ratings, 404, /problems/unknown-edition",
    "/api/v1/editions/1%00/ratings, 400, /problems/invalid-parameter",
    "/api/v1/editions/1/category-means?powertrain=BEV, 400, /problems/unknown-query-parameter",
    "/api/v1/editions/1/ratings?klass=1, 400, /problems/unknown-query-parameter",
    "/api/v1/editions/1/ratings?class=6, 400, /problems/invalid-parameter",
    "/api/v1/editions/1/ratings?class=, 400, /problems/invalid-parameter",
    "/api/v1/editions/1/ratings?onSale=yes, 400, /problems/invalid-parameter",
    "/api/v1/editions/1/ratings?powertrain=bev, 400, /problems/invalid-parameter",
    "/api/v1/editions/1/ratings?enterprise=a%00, 400, /problems/invalid-parameter",
    "/api/v1/editions/1/ratings?limit=-5, 400, /problems/invalid-parameter",
    "/api/v1/editions/1/ratings?cursor=!!, 400, /problems/invalid-parameter",
    "/api/v1/editions?cursor=Zm9v, 400, /problems/invalid-parameter",
    "/api/v1/ratings/NOBODY, 404, /problems/unknown-vehicle-model",
    "/api/v1/ratings/C1?edition=7, 404, /problems/unknown-edition",
    "/api/v1/ratings/C1?explain=1, 400, /problems/unknown-query-parameter",
  })
  void aWrongRequestIsAnsweredWithAProblem(String path, int status, String type) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("type", equalTo(type));
  }

  @Test
  void beforeTheFirstEditionThereIsNoLatest() {
    platform.reset();

    for (String path :
        List.of(
            EDITIONS + "/latest",
            EDITIONS + "/latest/ratings",
            EDITIONS + "/latest/category-means",
            "/api/v1/ratings/C1")) {
      given()
          .get(path)
          .then()
          .statusCode(404)
          .body("type", equalTo("/problems/no-edition"))
          .body("detail", containsString("yet"));
    }
    given().get(EDITIONS).then().statusCode(200).body("items", equalTo(List.of()));
  }

  @Test
  void whatIsNotOfferedIsAProblemToo() {
    given().delete(EDITIONS + "/1").then().statusCode(405).contentType("application/problem+json");
    given().get("/api/v1/elsewhere").then().statusCode(404);
    given()
        .header("Accept", "application/xml")
        .get(EDITIONS + "/1")
        .then()
        .statusCode(406)
        .contentType("application/problem+json");
  }
}
