package org.carbonpublicity.disclosure.enterprise;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EnterpriseMergeTest {

  @Inject Platform platform;

  private int batch;
  private String beijing;
  private String baic;

  @BeforeEach
  void twoThatAreOne() {
    batch = platform.draft();
    beijing = platform.enterprise("Beijing Hyundai " + batch);
    baic = platform.enterprise("BAIC Hyundai " + batch);
  }

  @Test
  void renamesAndKeepsTheOldNameAsAlias() {
    rename(beijing, "Hyundai China " + batch, "new articles")
        .statusCode(200)
        .body("name", equalTo("Hyundai China " + batch))
        .body("aliases", equalTo(List.of("Beijing Hyundai " + batch)))
        .body("revision", equalTo(2));

    named("beijing  HYUNDAI " + batch).body("items[0].code", equalTo(beijing));
    named("Hyundai China " + batch).body("items[0].code", equalTo(beijing));
    history(beijing)
        .body("items.kind", equalTo(List.of("REGISTERED", "RENAMED")))
        .body("items[0].name", equalTo("Beijing Hyundai " + batch))
        .body("items[1].reason", equalTo("new articles"))
        .body("items[1].actor", equalTo("analyst"));
    rename(beijing, "Beijing Hyundai " + batch, "back again")
        .statusCode(200)
        .body("aliases", equalTo(List.of("Hyundai China " + batch)));
  }

  @Test
  void refusesANameThatIsAnothersAndChangesNothing() {
    rename(beijing, "BAIC Hyundai " + batch, "typo")
        .statusCode(409)
        .body("type", equalTo("/problems/enterprise-name-taken"));
    rename(beijing, " ", " ").statusCode(422).body("errors", hasSize(2));
    rename("NONE", "Name", "reason").statusCode(404);

    history(beijing).body("items", hasSize(1));
    named("Beijing Hyundai " + batch).body("items[0].code", equalTo(beijing));
  }

  @Test
  void mergesNamesAndOpenModelsWithTheirHistory() {
    platform
        .importCsv(
            batch,
            "",
            Platform.form(
                Platform.gasoline(baic, "ME-" + batch, 6),
                Platform.gasoline(beijing, "MF-" + batch, 7)))
        .statusCode(201);
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);

    merge(baic, beijing, "one company")
        .statusCode(200)
        .body("code", equalTo(beijing))
        .body("aliases", equalTo(List.of("BAIC Hyundai " + batch)));

    named("BAIC Hyundai " + batch).body("items[0].code", equalTo(beijing));
    named(baic).body("items[0].code", equalTo(beijing));
    given()
        .get("/api/v1/enterprises/" + baic)
        .then()
        .statusCode(200)
        .body("mergedInto", equalTo(beijing))
        .body("aliases", hasSize(0));
    Platform.analyst()
        .get("/api/v1/vehicle-models/ME-" + batch + "/footprints")
        .then()
        .body("items.enterprise", equalTo(List.of(baic, beijing)))
        .body("items.revision", equalTo(List.of(1, 2)))
        .body("items[1].replaces", equalTo(1))
        .body("items[1].fuelLPer100Km", equalTo(6.0f));
    Platform.analyst()
        .get("/api/v1/vehicle-models/MF-" + batch + "/footprints")
        .then()
        .body("items", hasSize(1));
    history(baic)
        .body("items.kind", equalTo(List.of("REGISTERED", "MERGED_INTO")))
        .body("items[1].other", equalTo(beijing));
    history(beijing)
        .body("items.kind", equalTo(List.of("REGISTERED", "MERGED")))
        .body("items[1].other", equalTo(baic));

    // The kept one's automaker now answers for them, under either name.
    String form =
        Platform.form(Platform.gasoline("BAIC Hyundai " + batch, "ME-" + batch, 5))
            .replaceAll(",[^,\n]*(?=\n)", "");
    platform
        .upload(
            Platform.automaker(beijing),
            "/api/v1/batches/" + batch + "/feedback-forms",
            Platform.CSV,
            Platform.bytes(form))
        .statusCode(201)
        .body("results[0].revision", equalTo(3));
    Platform.automaker(beijing)
        .get("/api/v1/notifications")
        .then()
        .body("items.kind", hasItems("REVIEW_OPENED", "RECALCULATED"));
  }

  @Test
  void tellsBoth() {
    merge(baic, beijing, "one company").statusCode(200);

    await()
        .untilAsserted(() -> assertThat(last(baic)).contains("\"mergedInto\":\"" + beijing + "\""));
    await().untilAsserted(() -> assertThat(last(beijing)).contains("BAIC Hyundai " + batch));
  }

  @Test
  void publishesAnewUnderTheKeptOneWhatIsPublished() {
    platform
        .importCsv(
            batch,
            "",
            Platform.form(
                Platform.gasoline(baic, "MP-" + batch, 6),
                Platform.gasoline(beijing, "MQ-" + batch, 6)))
        .statusCode(201);
    platform.publish(batch);

    merge(baic, beijing, "one company").statusCode(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/api/v1/vehicle-models/MP-" + batch + "/footprints")
                    .then()
                    .body("items.enterprise", equalTo(List.of(baic, beijing)))
                    .body("items[1].replaces", equalTo(1)));
    given()
        .get("/api/v1/errata?modelCode=MP-" + batch)
        .then()
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("ENTERPRISE"))
        .body(
            "items[0].reason",
            equalTo("Enterprise %s merged into %s: one company".formatted(baic, beijing)))
        .body("items[0].before.enterprise", equalTo(baic))
        .body("items[0].after.enterprise", equalTo(beijing));
    given()
        .get("/api/v1/vehicle-models/MQ-" + batch + "/footprints")
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void publishesAnewUnderTheNewNameWhatIsPublished() {
    platform
        .importCsv(batch, "", Platform.form(Platform.gasoline(beijing, "MR-" + batch, 6)))
        .statusCode(201);
    platform.publish(batch);

    rename(beijing, "Hyundai China " + batch, "new articles").statusCode(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(platform.told(Topics.FOOTPRINTS, "footprint-published.v1"))
                    .anyMatch(
                        event ->
                            event.json().contains("\"MR-" + batch + "\"")
                                && event.json().contains("\"Hyundai China " + batch + "\"")));
  }

  @Test
  void isDoneOnceAndForAll() {
    merge(baic, beijing, "one company").statusCode(200);

    for (ValidatableResponse refused :
        List.of(
            merge(baic, beijing, "again"),
            merge(beijing, baic, "the other way"),
            rename(baic, "Other " + batch, "late"))) {
      refused
          .statusCode(409)
          .body("type", equalTo("/problems/enterprise-merged"))
          .body("detail", containsString("was merged into " + beijing));
    }
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("group", "Group"))
        .patch("/api/v1/enterprises/" + baic)
        .then()
        .statusCode(409);
    // Its names stay with the kept one when that one's aliases are replaced.
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("aliases", List.of("Modern " + batch)))
        .patch("/api/v1/enterprises/" + beijing)
        .then()
        .statusCode(200);
    named(baic).body("items[0].code", equalTo(beijing));
  }

  @Test
  void namesAllThatIsWrong() {
    merge(baic, baic, " ")
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("same-enterprise", "missing"));
    merge(baic, "NONE", "reason")
        .statusCode(422)
        .body("errors.code", hasItems("unknown-enterprise"));
    merge("NONE", beijing, "reason").statusCode(404);
    history(baic).body("items", hasSize(1));
  }

  @Test
  void isForAnalystsOnly() {
    for (String token : List.of(Tokens.automaker(baic), Tokens.member(), Tokens.assessor())) {
      given()
          .auth()
          .oauth2(token)
          .get("/api/v1/enterprises/" + baic + "/history")
          .then()
          .statusCode(403);
      for (String what : List.of("merge", "rename")) {
        given()
            .auth()
            .oauth2(token)
            .contentType("application/json")
            .body("{}")
            .post("/api/v1/enterprises/" + baic + "/" + what)
            .then()
            .statusCode(403);
      }
    }
  }

  private String last(String code) {
    List<SentEvent> told =
        platform.told(Topics.ENTERPRISES, "enterprise-registered.v1").stream()
            .filter(event -> event.json().contains("\"code\":\"" + code + "\""))
            .toList();
    return told.get(told.size() - 1).json();
  }

  private static ValidatableResponse named(String name) {
    return given().queryParam("name", name).get("/api/v1/enterprises").then().statusCode(200);
  }

  private static ValidatableResponse history(String code) {
    return Platform.analyst()
        .get("/api/v1/enterprises/" + code + "/history")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse rename(String code, String name, String reason) {
    return post(code, "rename", Map.of("name", name, "reason", reason));
  }

  private static ValidatableResponse merge(String code, String into, String reason) {
    return post(code, "merge", Map.of("into", into, "reason", reason));
  }

  private static ValidatableResponse post(String code, String what, Map<String, String> body) {
    return Platform.analyst()
        .contentType("application/json")
        .body(new HashMap<>(body))
        .post("/api/v1/enterprises/" + code + "/" + what)
        .then();
  }
}
