package org.carbonpublicity.rating.toprunner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class TopRunnerResourceTest {

  private static final String LATEST = "/api/v1/editions/latest/top-runners";
  private static final String HISTORY = "/api/v1/top-runners/history";
  private static final String SEDANS = "?powertrain=GASOLINE&bodyType=SEDAN&segment=A";

  @Inject Platform platform;

  @BeforeEach
  void publish() {
    platform.reset();
    platform.activateScheme();
    platform.publish(
        1,
        3,
        List.of(
            Model.sedan("A", "200.10"),
            Model.sedan("B", "200.1"),
            Model.sedan("C", "200.2"),
            Model.sedan("OFF", "100").offSale(),
            Model.sedan("NOMASS", "150").driven("HEV").withoutMass()));
    platform.awaitEdition(1);
  }

  @Test
  void theLowestOfEachCategoryOnSaleAndTiesShare() {
    given()
        .get(LATEST)
        .then()
        .statusCode(200)
        .body("edition", equalTo(1))
        .body("by", contains("powertrain", "bodyType", "segment"))
        .body("items.powertrain", contains("GASOLINE", "HEV"))
        .body("items[0].models", equalTo(3))
        .body("items[0].footprintGramsPerKm", equalTo(200.1f))
        .body("items[0].topRunners.modelCode", contains("A", "B"))
        .body("items[0].topRunners[0].class", equalTo(1))
        .body("items[1].topRunners.modelCode", contains("NOMASS"));
    given()
        .get(LATEST + "?by=bodyType")
        .then()
        .body("items", hasSize(1))
        .body("items[0].models", equalTo(4))
        .body("items[0].bodyType", equalTo("SEDAN"))
        .body("items[0].topRunners.modelCode", contains("NOMASS"))
        .body("items[0].topRunners[0].powertrain", equalTo("HEV"));
    given().get(LATEST + "?by=segment,powertrain").then().body("items", hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LATEST + "?by=colour",
        LATEST + "?segment=A",
        HISTORY,
        HISTORY + "?powertrain=BEV",
        HISTORY + SEDANS + "&model=A",
        HISTORY + "?powertrain=STEAM&bodyType=SEDAN&segment=A",
        HISTORY + "?model=A&cursor=QQ"
      })
  void whatItDoesNotKnowIsRefused(String path) {
    given().get(path).then().statusCode(400).contentType("application/problem+json");
  }

  @Test
  void anEditionIsReadByItsTag() {
    String tag = given().get(LATEST).then().extract().header("ETag");
    given()
        .header("If-None-Match", tag)
        .get("/api/v1/editions/1/top-runners")
        .then()
        .statusCode(304)
        .header("Cache-Control", containsString("max-age"));
    given().get("/api/v1/editions/7/top-runners").then().statusCode(404);
    given().get("/api/v1/editions/1").then().statusCode(200);

    platform.publish(2, 4, List.of(Model.sedan("D", "180")));
    platform.awaitEdition(2);

    given()
        .header("If-None-Match", tag)
        .get(LATEST)
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(tag)))
        .body("items[0].topRunners.modelCode", contains("D"));
    given()
        .get("/api/v1/editions/1/top-runners")
        .then()
        .body("items[0].topRunners.modelCode", contains("A", "B"));
  }

  @Test
  void theHistoryOfACategoryAndOfAModel() {
    platform.publish(2, 4, List.of(Model.sedan("D", "180")));
    platform.awaitEdition(2);
    platform.correct(3, 5, List.of(Model.sedan("A", "170").revised(2, "170")), List.of("D"));
    platform.awaitEdition(3);

    given()
        .get(HISTORY + SEDANS)
        .then()
        .statusCode(200)
        .body("items.edition", contains(3, 2, 1))
        .body("items.footprintGramsPerKm", contains(170, 180, 200.1f))
        .body("items.models", contains(3, 4, 3))
        .body("items[2].topRunners.modelCode", contains("A", "B"));
    given().get(HISTORY + "?model=A").then().body("items.edition", contains(3, 1));
    String link =
        given()
            .get(HISTORY + "?model=A&limit=1")
            .then()
            .body("items.edition", contains(3))
            .extract()
            .header("Link");
    given()
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("items.edition", contains(1));
    assertThat(platform.number("select count(*) from top_runner_edition")).isEqualTo(3);
  }
}
