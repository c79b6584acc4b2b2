package org.carbonpublicity.disclosure.correction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.disclosure.fixture.Published.footprint;
import static org.carbonpublicity.disclosure.fixture.Published.model;
import static org.carbonpublicity.disclosure.fixture.Published.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Contract;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.fixture.Published;
import org.carbonpublicity.disclosure.fixture.StepByStep;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that are withdrawn, go off sale, are renamed or merged, and what was known when. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestProfile(StepByStep.class)
class ChangeAfterPublicationTest {

  @Inject Platform platform;
  @Inject Published published;

  @Test
  void aWithdrawnModelIsToldAndStaysReadable() {
    int first = published.models("A", "B");
    String code = "A-" + first;
    Instant before = Instant.now();

    int batch =
        published.accepted(
            post(
                "/api/v1/withdrawals",
                Map.of("reason", "Never built", "modelCodes", List.of(code))));

    model(code).body("withdrawn", equalTo(true)).body("revision", equalTo(2));
    given()
        .get("/api/v1/vehicle-models/" + code + "/footprints")
        .then()
        .body("items.withdrawn", contains(false, true));
    given()
        .get("/api/v1/vehicle-models/" + code + "?asOf=" + before)
        .then()
        .body("withdrawn", equalTo(false))
        .body("revision", equalTo(1));
    String event =
        published.told(batch, Topics.FOOTPRINTS, "footprint-withdrawn.v1", 1).get(0).json();
    assertThat(Contract.faults("footprint-withdrawn.v1", event)).isEmpty();
    assertThat(Contract.parse(event).get("reason").asText()).isEqualTo("Never built");
    JsonNode announced =
        Contract.parse(
            published.told(batch, Topics.BATCHES, "batch-published.v1", 1).get(0).json());
    assertThat(Contract.faults("batch-published.v1", announced.toString())).isEmpty();
    assertThat(announced.get("footprints").asInt()).isZero();
    assertThat(announced.get("withdrawals").asInt()).isEqualTo(1);
    post("/api/v1/withdrawals", Map.of("reason", "Again", "modelCodes", List.of(code)))
        .statusCode(422)
        .body("errors[0].field", equalTo("modelCodes[0]"))
        .body("errors[0].code", equalTo("withdrawn-model"));
    int again = platform.draft();
    platform
        .importCsv(again, "", Platform.form(Platform.gasoline("Corrected Motors", code, 7)))
        .statusCode(201);
    platform.publish(again);
    model(code).body("withdrawn", equalTo(false)).body("revision", equalTo(3));
  }

  @Test
  void modelsGoOffSaleByCallAndOnSaleByFile() {
    int first = published.models("A", "B");
    String a = "A-" + first;
    int batch =
        published.accepted(
            post(
                "/api/v1/on-sale-changes",
                Map.of(
                    "reason",
                    "Discontinued",
                    "models",
                    List.of(Map.of("modelCode", a, "onSale", false)))));
    model(a).body("onSale", equalTo(false)).body("revision", equalTo(2));
    JsonNode event =
        Contract.parse(
            published.told(batch, Topics.FOOTPRINTS, "footprint-published.v1", 1).get(0).json());
    assertThat(event.get("onSale").asBoolean()).isFalse();
    String path = "/api/v1/on-sale-changes?reason=Back";

    platform
        .upload(
            Platform.analyst(),
            path,
            Platform.CSV,
            Platform.bytes("model_code,on_sale\n" + a + ",Y\nB-" + first + ",\nNONE,perhaps\n"))
        .statusCode(422)
        .body(
            "errors.collect { it.row + ' ' + it.column + ' ' + it.code }",
            containsInAnyOrder(
                "3 on_sale missing-value",
                "3 on_sale unchanged",
                "4 on_sale unknown-value",
                "4 model_code unknown-model"));
    platform
        .upload(Platform.analyst(), path, Platform.CSV, Platform.bytes("model_code\n" + a + "\n"))
        .statusCode(422)
        .body("errors.code", contains("missing-column"));
    platform
        .upload(
            Platform.analyst(),
            path,
            Platform.CSV,
            Platform.bytes("model_code,on_sale,brand\n" + a + ",Y,X\n"))
        .statusCode(422)
        .body("errors.code", contains("refused-column"));

    published.accepted(
        platform.upload(
            Platform.analyst(), path, Platform.CSV, Platform.bytes("车型编码,在售\n" + a + ",Y\n")));

    model(a).body("onSale", equalTo(true)).body("revision", equalTo(3));
    given()
        .get("/api/v1/errata?kind=ON_SALE&modelCode=" + a)
        .then()
        .body("items.after.onSale", contains(true, false))
        .body("items.before.onSale", contains(false, true));
  }

  @Test
  void aModelIsRenamed() {
    int first = published.models("A");
    String code = "A-" + first;

    published.accepted(
        post(
            "/api/v1/renamings",
            Map.of(
                "reason",
                "Facelift",
                "models",
                List.of(Map.of("modelCode", code, "modelName", "New name")))));

    model(code)
        .body("modelName", equalTo("New name"))
        .body("footprintGramsPerKm", equalTo(footprint(code, 1)));
    given()
        .get("/api/v1/errata?kind=RENAMING&modelCode=" + code)
        .then()
        .body("items[0].before", equalTo(Map.of("modelName", "Name " + code)))
        .body("items[0].after", equalTo(Map.of("modelName", "New name")));
  }

  @Test
  void aDuplicatePointsToTheKeptCode() {
    int first = published.models("A", "B", "C");
    String a = "A-" + first;
    String b = "B-" + first;
    String c = "C-" + first;

    post(
            "/api/v1/mergers",
            Map.of(
                "reason",
                "Wrong",
                "models",
                List.of(
                    Map.of("modelCode", a, "mergedInto", a),
                    Map.of("modelCode", b, "mergedInto", c),
                    Map.of("modelCode", c, "mergedInto", "NONE-" + first))))
        .statusCode(422)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "models[0].mergedInto same-model",
                "models[1].mergedInto merged-away",
                "models[2].mergedInto unknown-model"));

    int batch =
        published.accepted(
            post(
                "/api/v1/mergers",
                Map.of(
                    "reason",
                    "One vehicle",
                    "models",
                    List.of(
                        Map.of("modelCode", a, "mergedInto", c),
                        Map.of("modelCode", b, "mergedInto", c)))));

    model(a).body("withdrawn", equalTo(true)).body("mergedInto", equalTo(c));
    model(c).body("withdrawn", equalTo(false)).body("revision", equalTo(1));
    assertThat(published.told(batch, Topics.FOOTPRINTS, "footprint-withdrawn.v1", 2))
        .allSatisfy(
            event ->
                assertThat(Contract.parse(event.json()).get("mergedInto").asText()).isEqualTo(c));
    given()
        .get("/api/v1/errata?kind=MERGER&modelCode=" + b)
        .then()
        .body("items[0].mergedInto", equalTo(c))
        .body("items[0].withdrawn", equalTo(true));
  }

  @Test
  void asOfAnswersWhatWasPublishedAtThatMoment() {
    Instant before = Instant.now();
    int first = published.models("A");
    String path = "/api/v1/vehicle-models/A-" + first;
    Instant between = Instant.now();
    published.accepted(
        post(
            "/api/v1/renamings",
            Map.of(
                "reason",
                "Later",
                "models",
                List.of(Map.of("modelCode", "A-" + first, "modelName", "Later name")))));
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    given().get(path + "?asOf=" + before).then().statusCode(404);
    given().get(path + "?asOf=" + between).then().body("revision", equalTo(1));
    given().get(path + "?asOf=" + Instant.now()).then().body("revision", equalTo(2));
    given().get(path + "?asOf=" + today).then().body("revision", equalTo(2));
    given().get(path + "?asOf=2020-01-01").then().statusCode(404);
    given().get(path + "/footprints?asOf=" + between).then().body("items", hasSize(1));
    given().get(path + "/footprints?asOf=" + today).then().body("items", hasSize(2));
    // What an analyst sees earlier was not published: an open batch does not count.
    int draft = platform.draft();
    platform
        .importCsv(draft, "", Platform.form(Platform.gasoline("Corrected Motors", "A-" + first, 9)))
        .statusCode(201);
    Platform.analyst().get(path + "?asOf=" + today).then().body("revision", equalTo(2));
    Platform.analyst().get(path).then().body("revision", equalTo(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2024-13-01", "2024-10-31T08:00:00", "2024-1-1"})
  void asOfIsAMomentOrADay(String asOf) {
    given()
        .queryParam("asOf", asOf)
        .get("/api/v1/vehicle-models/ANY")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("asOf"));
  }

  @Test
  void errataArePagedTheLatestFirst() {
    int first = published.models("A", "B", "C");
    String[] codes = {"A-" + first, "B-" + first, "C-" + first};
    int one =
        published.accepted(
            post("/api/v1/withdrawals", Map.of("reason", "1", "modelCodes", List.of(codes[1]))));
    int two =
        published.accepted(
            post(
                "/api/v1/withdrawals",
                Map.of("reason", "2", "modelCodes", List.of(codes[2], codes[0]))));
    List<String> seen = new ArrayList<>();
    String next = "/api/v1/errata?limit=1&kind=WITHDRAWAL&since=2024-01-01";

    for (int page = 0; page < 3; page++) {
      var answer = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
      seen.add(answer.path("items[0].batch") + " " + answer.path("items[0].modelCode"));
      String link = answer.header("Link");
      next = link == null ? "" : link.substring(1, link.indexOf('>'));
    }

    assertThat(seen)
        .containsExactly(two + " " + codes[0], two + " " + codes[2], one + " " + codes[1]);
    given().get("/api/v1/errata?kind=OTHER").then().statusCode(400);
    given().get("/api/v1/errata?cursor=Zm9v").then().statusCode(400);
    given().get("/api/v1/errata?since=2124-01-01").then().body("items", hasSize(0));
  }
}
