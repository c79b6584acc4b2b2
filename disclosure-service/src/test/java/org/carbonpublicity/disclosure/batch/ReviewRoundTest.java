package org.carbonpublicity.disclosure.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.AdjustableClock;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ReviewRoundTest {

  private static final Duration TEN_DAYS = Duration.ofDays(10);

  @Inject Platform platform;
  @Inject Database database;
  @Inject AdjustableClock clock;

  private int batch;
  private String mine;
  private String other;
  private LocalDate deadline;

  /** Two models of mine, one of the other's, and ten days to answer. */
  @BeforeEach
  void review() {
    batch = platform.draft();
    mine = platform.enterprise("Mine in round " + batch);
    other = platform.enterprise("Other in round " + batch);
    platform
        .importCsv(
            batch,
            "",
            Platform.form(
                Platform.gasoline(mine, "A-" + batch, 6.0),
                Platform.gasoline(mine, "B-" + batch, 6.5),
                Platform.gasoline(other, "C-" + batch, 7.0)))
        .statusCode(201);
    deadline = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10);
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("feedbackDeadline", deadline.toString(), "cutOffDate", "2024-09-15"))
        .patch("/api/v1/batches/" + batch)
        .then()
        .statusCode(200)
        .body("cutOffDate", equalTo("2024-09-15"));
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void takesSilenceUntilTheDeadlineForAgreementAndSaysSo() {
    correct(mine, "A-" + batch).statusCode(201);
    progress(mine)
        .body("models", equalTo(2))
        .body("forms", equalTo(1))
        .body("corrected", equalTo(1))
        .body("silent", equalTo(0))
        .body("outstanding", equalTo(1))
        .body("daysLeft", equalTo(10))
        .body("feedbackDeadline", equalTo(deadline.toString()));

    clock.advance(TEN_DAYS.plusDays(1));
    progress(mine).body("silent", equalTo(1)).body("outstanding", equalTo(0));
    act("recalculation", Map.of())
        .statusCode(202)
        .body("state", equalTo("RECALCULATING"))
        .body("recalculation.recalculated", equalTo(0))
        .body("recalculation.finishedAt", notNullValue());

    progress(mine).body("silent", equalTo(1)).body("corrected", equalTo(1));
    assertThat(
            database.query(
                "select model_code || ' ' || (answered_at at time zone 'Asia/Shanghai') from"
                    + " review_answer where batch = ? and remark = 'SILENT' order by 1",
                row -> row.getString(1),
                batch))
        .containsExactly(
            "B-" + batch + " " + deadline.plusDays(1) + " 00:00:00",
            "C-" + batch + " " + deadline.plusDays(1) + " 00:00:00");
    await()
        .untilAsserted(
            () ->
                assertThat(told("review-closed.v1"))
                    .singleElement()
                    .asString()
                    .contains("\"corrected\":1", "\"silent\":2", "\"outstanding\":0"));
  }

  @Test
  void waitsForTheDeadlineUnlessTheReviewIsWaived() {
    act("recalculation", Map.of())
        .statusCode(409)
        .body("type", equalTo("/problems/review-open"))
        .body("detail", containsString("3 models"));
    act("recalculation", Map.of("reviewWaived", true)).statusCode(422);

    act("recalculation", Map.of("reviewWaived", true, "reason", "agreed by telephone"))
        .statusCode(202)
        .body("reviewWaivedReason", equalTo("agreed by telephone"));

    progress(mine).body("outstanding", equalTo(2)).body("silent", equalTo(0));
    act("publication", Map.of()).statusCode(202);
    platform.awaitPublished(batch);
  }

  @Test
  void closesEarlyWhenAllModelsAreAnswered() {
    correct(mine, "A-" + batch).statusCode(201);
    correct(mine, "B-" + batch).statusCode(201);
    act("publication", Map.of()).statusCode(409);
    correct(other, "C-" + batch).statusCode(201);

    act("publication", Map.of()).statusCode(202).body("reviewWaived", equalTo(false));
    platform.awaitPublished(batch);
  }

  @Test
  void refusesFormsAfterTheDeadlineInForce() {
    clock.advance(TEN_DAYS);
    correct(mine, "A-" + batch).statusCode(201);
    clock.advance(Duration.ofDays(1));

    correct(mine, "A-" + batch)
        .statusCode(409)
        .body("type", equalTo("/problems/deadline-passed"))
        .body("allowed", equalTo(List.of("deadline-extensions")));

    extend(deadline.plusDays(5), mine).statusCode(201);
    correct(mine, "A-" + batch).statusCode(201);
    correct(other, "C-" + batch).statusCode(409);
    extend(deadline.plusDays(3), null).statusCode(201);
    correct(other, "C-" + batch).statusCode(201);
  }

  @Test
  void keepsExtensionsAsHistoryEachLaterThanTheOneInForce() {
    extend(deadline, null)
        .statusCode(422)
        .body("errors[0].field", equalTo("deadline"))
        .body("errors[0].code", equalTo("out-of-range"));
    extend(deadline.plusDays(7), mine)
        .statusCode(201)
        .body("previousDeadline", equalTo(deadline.toString()));
    extend(deadline.plusDays(6), mine).statusCode(422);
    extend(deadline.plusDays(2), null).statusCode(201);

    progress(mine).body("feedbackDeadline", equalTo(deadline.plusDays(7).toString()));
    progress(other).body("feedbackDeadline", equalTo(deadline.plusDays(2).toString()));
    Platform.analyst()
        .get("/api/v1/batches/" + batch + "/deadline-extensions")
        .then()
        .body("items", hasSize(2))
        .body("items[0].grantedBy", equalTo("analyst"))
        .body("items[0].reason", equalTo("holiday"));
    Platform.automaker(other)
        .get("/api/v1/batches/" + batch + "/deadline-extensions")
        .then()
        .body("items", hasSize(1))
        .body("items[0].grantedBy", equalTo(null));
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("feedbackDeadline", deadline.plusDays(30).toString()))
        .patch("/api/v1/batches/" + batch)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/deadline-fixed"));
    await().untilAsserted(() -> assertThat(told("deadline-extended.v1")).hasSize(2));
  }

  @Test
  void opensNoReviewWhoseDeadlineHasPassed() {
    int late = platform.draft();
    platform
        .importCsv(late, "", Platform.form(Platform.gasoline(mine, "L-" + late, 6.0)))
        .statusCode(201);
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("feedbackDeadline", "2024-10-14"))
        .patch("/api/v1/batches/" + late)
        .then()
        .statusCode(200);

    Platform.analyst()
        .post("/api/v1/batches/" + late + "/review")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/deadline-passed"))
        .body("allowed", equalTo(List.of("change", "cancellation")));
  }

  @Test
  void showsProgressToAutomakersOfTheirOwnOnly() {
    Platform.analyst()
        .get("/api/v1/batches/" + batch + "/progress?limit=1")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .header("Link", containsString("rel=\"next\""));
    Platform.automaker(other)
        .get("/api/v1/batches/" + batch + "/progress")
        .then()
        .body("items", hasSize(1))
        .body("items[0].enterprise", equalTo(other));
    Platform.automaker(other)
        .get("/api/v1/batches/" + batch + "/progress?enterprise=" + mine)
        .then()
        .statusCode(403);
  }

  @Test
  void givesTheModelsOfACancelledBatchFree() {
    act("cancellation", Map.of()).statusCode(422);
    act("cancellation", Map.of("reason", "wrong launch window"))
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("cancellationReason", equalTo("wrong launch window"));

    int next = platform.draft();
    platform
        .importCsv(next, "", Platform.form(Platform.gasoline(mine, "A-" + batch, 5.5)))
        .statusCode(201);
    Platform.analyst()
        .get("/api/v1/vehicle-models/A-" + batch)
        .then()
        .body("batch", equalTo(next))
        .body("revision", equalTo(2))
        .body("replaces", equalTo(null));
    await().untilAsserted(() -> assertThat(told("batch-cancelled.v1")).hasSize(1));
  }

  @Test
  void hidesABatchThatWasCancelledBeforeItsReview() {
    int draft = platform.draft();
    platform
        .importCsv(draft, "", Platform.form(Platform.gasoline(mine, "H-" + draft, 5.5)))
        .statusCode(201);
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("reason", "test"))
        .post("/api/v1/batches/" + draft + "/cancellation")
        .then()
        .statusCode(200);

    Platform.automaker(mine).get("/api/v1/batches/" + draft).then().statusCode(404);
    Platform.automaker(mine).get("/api/v1/vehicle-models/H-" + draft).then().statusCode(404);
    Platform.automaker(mine).get("/api/v1/batches/" + draft + "/progress").then().statusCode(404);
    Platform.automaker(mine).get("/api/v1/batches/" + batch).then().statusCode(200);
  }

  private ValidatableResponse correct(String enterprise, String code) {
    return platform.upload(
        Platform.automaker(enterprise),
        "/api/v1/batches/" + batch + "/feedback-forms",
        Platform.CSV,
        Platform.bytes(Platform.feedback(Platform.gasoline(enterprise, code, 5.0))));
  }

  private ValidatableResponse act(String transition, Map<String, ?> body) {
    return Platform.analyst()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/batches/" + batch + "/" + transition)
        .then();
  }

  private ValidatableResponse extend(LocalDate until, String enterprise) {
    Map<String, String> body =
        enterprise == null
            ? Map.of("deadline", until.toString(), "reason", "holiday")
            : Map.of("deadline", until.toString(), "reason", "holiday", "enterprise", enterprise);
    return act("deadline-extensions", body);
  }

  private ValidatableResponse progress(String enterprise) {
    return Platform.automaker(enterprise)
        .get("/api/v1/batches/" + batch + "/progress")
        .then()
        .statusCode(200)
        .rootPath("items[0]");
  }

  private List<String> told(String type) {
    return platform.told(Topics.BATCHES, type).stream()
        .map(event -> event.json())
        .filter(json -> json.contains("\"batch\":" + batch + ","))
        .toList();
  }
}
