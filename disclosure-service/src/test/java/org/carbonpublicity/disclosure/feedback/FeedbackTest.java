package org.carbonpublicity.disclosure.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class FeedbackTest {

  @Inject Platform platform;

  private int batch;
  private String mine;
  private String other;

  @BeforeEach
  void review() {
    batch = platform.draft();
    mine = platform.enterprise("Mine " + batch);
    other = platform.enterprise("Other " + batch);
    platform
        .importCsv(
            batch,
            "",
            Platform.form(
                Platform.gasoline(mine, "M-" + batch, 6.0),
                Platform.gasoline(other, "O-" + batch, 7.0)))
        .statusCode(201);
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
  }

  @Test
  void recalculatesWhatAnAutomakerCorrects() {
    String id =
        send(mine, Platform.gasoline(mine, "M-" + batch, 5.0))
            .statusCode(201)
            .body("rowsAccepted", equalTo(1))
            .body("results[0].modelCode", equalTo("M-" + batch))
            .body("results[0].revision", equalTo(2))
            .extract()
            .path("id");

    Platform.automaker(mine)
        .get("/api/v1/batches/" + batch + "/feedback-forms/" + id)
        .then()
        .statusCode(200)
        .body("results", hasSize(1));
    Platform.automaker(mine)
        .get("/api/v1/vehicle-models/M-" + batch)
        .then()
        .body("revision", equalTo(2))
        .body("replaces", equalTo(1))
        .body("fuelLPer100Km", equalTo(5.0f));
  }

  @Test
  void publishesTheCorrectedRevision() {
    send(mine, Platform.gasoline(mine, "M-" + batch, 5.0)).statusCode(201);
    Platform.analyst()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/batches/" + batch + "/publication")
        .then()
        .statusCode(202);
    platform.awaitPublished(batch);

    given().get("/api/v1/vehicle-models/M-" + batch).then().body("revision", equalTo(2));
  }

  @Test
  void refusesModelsOfOthersAndModelsThatAreNotThere() {
    send(
            mine,
            Platform.gasoline(other, "O-" + batch, 5.0),
            Platform.gasoline(mine, "N-" + batch, 5.0))
        .statusCode(422)
        .body("errors.code", hasItem("foreign-enterprise"))
        .body("errors.code", hasItem("unknown-model"));

    Platform.analyst().get("/api/v1/vehicle-models/O-" + batch).then().body("revision", equalTo(1));
  }

  @Test
  void givesTheFormThatCanBeSentBack() {
    byte[] form =
        Platform.automaker(mine)
            .get("/api/v1/batches/" + batch + "/feedback-form?format=xlsx")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    String csv =
        Platform.automaker(mine)
            .get("/api/v1/batches/" + batch + "/feedback-form")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(csv).contains("M-" + batch).doesNotContain("O-" + batch);
    platform
        .upload(
            Platform.automaker(mine),
            "/api/v1/batches/" + batch + "/feedback-forms?dryRun=true",
            Platform.XLSX,
            form)
        .log()
        .ifValidationFails()
        .statusCode(200)
        .body("rowsAccepted", equalTo(1));
    Platform.analyst().get("/api/v1/vehicle-models/M-" + batch).then().body("revision", equalTo(1));
  }

  @Test
  void changesNothingThatTheFormSentBackSays() {
    int other = platform.draft();
    String code = "G-" + other;
    platform
        .importCsv(
            other,
            "",
            Platform.form(Platform.gasoline(mine, code, 6.0).replaceFirst(",,", ",Stated Group,")))
        .statusCode(201);
    Platform.analyst().post("/api/v1/batches/" + other + "/review").then().statusCode(200);
    byte[] form =
        Platform.automaker(mine).get("/api/v1/batches/" + other + "/feedback-form").asByteArray();

    platform
        .upload(
            Platform.automaker(mine),
            "/api/v1/batches/" + other + "/feedback-forms",
            Platform.CSV,
            form)
        .statusCode(201)
        .body("remarks.agreed", equalTo(1))
        .body("results", hasSize(0));
    Platform.analyst()
        .get("/api/v1/vehicle-models/" + code + "/footprints/2")
        .then()
        .statusCode(404);
  }

  @Test
  void changesNothingButWhatIsCorrectedInTheForm() {
    int other = platform.draft();
    String code = "H-" + other;
    platform
        .importCsv(
            other,
            "",
            Platform.form(Platform.gasoline(mine, code, 6.0).replaceFirst(",,", ",Stated Group,")))
        .statusCode(201);
    Platform.analyst().post("/api/v1/batches/" + other + "/review").then().statusCode(200);
    String form =
        Platform.automaker(mine).get("/api/v1/batches/" + other + "/feedback-form").asString();

    platform
        .upload(
            Platform.automaker(mine),
            "/api/v1/batches/" + other + "/feedback-forms",
            Platform.CSV,
            Platform.bytes(form.replace(",Series,", ",Other series,")))
        .statusCode(201)
        .body("remarks.corrected", equalTo(1));

    Map<String, Object> first = revision(code, 1);
    Map<String, Object> second = revision(code, 2);
    assertThat(second)
        .containsEntry("group", "Stated Group")
        .containsEntry("series", "Other series");
    assertThat(second.keySet()).containsAll(first.keySet());
    // The inputs stay, and tell of the form that they come from now.
    for (String changing :
        List.of("revision", "replaces", "recordedAt", "feedbackForm", "inputs", "series")) {
      first.remove(changing);
      second.remove(changing);
    }
    assertThat(second).isEqualTo(first);
  }

  private static Map<String, Object> revision(String code, int revision) {
    return Platform.analyst()
        .get("/api/v1/vehicle-models/" + code + "/footprints/" + revision)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("");
  }

  @Test
  void keepsAutomakersApart() {
    Platform.automaker(other).get("/api/v1/vehicle-models/M-" + batch).then().statusCode(404);
    Platform.automaker(other)
        .get("/api/v1/batches/" + batch + "/feedback-form?enterprise=" + mine)
        .then()
        .statusCode(403);
    given().get("/api/v1/vehicle-models/M-" + batch).then().statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.member())
        .get("/api/v1/batches/" + batch + "/feedback-form")
        .then()
        .statusCode(403);
  }

  @Test
  void isRefusedOnceTheBatchIsPublished() {
    Platform.analyst()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/batches/" + batch + "/publication")
        .then()
        .statusCode(202);
    platform.awaitPublished(batch);

    send(mine, Platform.gasoline(mine, "M-" + batch, 5.0))
        .statusCode(409)
        .body("type", equalTo("/problems/batch-state"));
  }

  private io.restassured.response.ValidatableResponse send(String enterprise, String... rows) {
    String form =
        Platform.form(rows)
            .lines()
            .map(FeedbackTest::withoutFootprint)
            .reduce("", (a, b) -> a + b + "\n");
    return platform.upload(
        Platform.automaker(enterprise),
        "/api/v1/batches/" + batch + "/feedback-forms",
        Platform.CSV,
        form.getBytes(StandardCharsets.UTF_8));
  }

  private static String withoutFootprint(String line) {
    return line.substring(0, line.lastIndexOf(','));
  }
}
