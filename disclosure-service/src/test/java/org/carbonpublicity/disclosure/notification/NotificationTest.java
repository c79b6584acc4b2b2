package org.carbonpublicity.disclosure.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class NotificationTest {

  @Inject Platform platform;
  @Inject Notifications notifications;
  @Inject Database database;

  private int batch;
  private String mine;
  private String other;

  @BeforeEach
  void review() {
    batch = platform.draft();
    mine = platform.enterprise("Told " + batch);
    other = platform.enterprise("Untold " + batch);
    platform
        .importCsv(
            batch,
            "",
            Platform.form(
                Platform.gasoline(mine, "NA-" + batch, 6.0),
                Platform.gasoline(mine, "NB-" + batch, 6.0)))
        .statusCode(201);
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
  }

  @Test
  void tellsAutomakersThatTheirModelsAreInReview() {
    list(mine, "en", "")
        .statusCode(200)
        .body("items", hasSize(1))
        .body("unread", equalTo(1))
        .body("items[0].kind", equalTo("REVIEW_OPENED"))
        .body("items[0].title", equalTo("Review opened"))
        .body(
            "items[0].text",
            equalTo("Batch %d “Draft” is in review: 2 of your models.".formatted(batch)));
    list(mine, "zh-CN, en;q=0.5", "")
        .header("Content-Language", "zh")
        .body("items[0].title", equalTo("评审已开始"))
        .body("items[0].text", equalTo("第%d批“Draft”已进入评审：贵企业有2款车型。".formatted(batch)));
    list(other, "en", "").body("items", hasSize(0));
  }

  @Test
  void tellsOfRecalculationAndPublication() {
    answer(5.0);
    Platform.analyst()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/batches/" + batch + "/publication")
        .then()
        .statusCode(202);
    platform.awaitPublished(batch);

    list(mine, "en", "")
        .body("items.kind", equalTo(List.of("PUBLISHED", "RECALCULATED", "REVIEW_OPENED")))
        .body("items[1].parameters.models", equalTo("1"));
  }

  @Test
  void tellsWhoseModelsWereCalculatedAnewAfterTheReview() {
    platform
        .importCsv(
            platform.draft(), "", Platform.form(Platform.gasoline(other, "NO-" + batch, 6.0)))
        .statusCode(201);
    database.update(
        "update footprint_revision set factor_set = 'earlier' where model_code = ?", "NB-" + batch);
    platform.publish(batch);

    list(mine, "en", "")
        .body("items.kind", equalTo(List.of("PUBLISHED", "RECALCULATED", "REVIEW_OPENED")))
        .body("items[1].parameters.models", equalTo("1"));
    list(other, "en", "").body("items", hasSize(0));
  }

  @Test
  void tellsOfANearDeadlineOnceAndOfAnExtendedOneAgain() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    deadline(today.plusDays(3));
    notifications.tellNearDeadlines();
    assertThat(notifications.tellNearDeadlines()).isZero();
    list(mine, "en", "")
        .body("items", hasSize(2))
        .body("items[0].kind", equalTo("DEADLINE_NEAR"))
        .body("items[0].parameters.models", equalTo("2"))
        .body("items[0].parameters.deadline", equalTo(today.plusDays(3).toString()));

    extend(today.plusDays(5));
    notifications.tellNearDeadlines();
    list(mine, "en", "")
        .body("items", hasSize(4))
        .body("items[1].kind", equalTo("DEADLINE_EXTENDED"))
        .body(
            "items[1].text",
            equalTo(
                "You may answer batch %d “Draft” until %s: Holiday week"
                    .formatted(batch, today.plusDays(5))))
        .body("items[0].kind", equalTo("DEADLINE_NEAR"))
        .body("items[0].parameters.deadline", equalTo(today.plusDays(5).toString()));
  }

  @Test
  void doesNotTellOfAFarDeadlineOrWhoHasAnsweredEverything() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    deadline(today.plusDays(Notifications.NEAR_DAYS + 1));
    notifications.tellNearDeadlines();
    list(mine, "en", "").body("items", hasSize(1));

    answer(6.0);
    extend(today.plusDays(Notifications.NEAR_DAYS + 2));
    database.update("update batch set feedback_deadline = ? where number = ?", today, batch);
    database.update(
        "update deadline_extension set deadline = ?, previous = ? where batch = ?",
        today,
        today.minusDays(1),
        batch);
    notifications.tellNearDeadlines();
    list(mine, "en", "").body("items.kind", equalTo(List.of("DEADLINE_EXTENDED", "REVIEW_OPENED")));
  }

  @Test
  void tellsThatAReviewWasGivenUp() {
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("reason", "Wrong launch window"))
        .post("/api/v1/batches/" + batch + "/cancellation")
        .then()
        .statusCode(200);

    list(mine, "zh", "")
        .body("items[0].kind", equalTo("CANCELLED"))
        .body("items[0].text", equalTo("第%d批“Draft”已取消：Wrong launch window".formatted(batch)));
  }

  @Test
  void tellsOfAQuestion() {
    int slip = platform.draft();
    platform
        .importCsv(
            slip,
            "",
            Platform.form(
                "%s,,Brand,DOMESTIC,Series,Q-%d,Name,BEV,SEDAN,A,1600,,62.5,50,LFP,99900,2024-05,Y,"
                    .formatted(mine, slip)))
        .statusCode(201);
    String outliers = "/api/v1/batches/" + slip + "/outliers";
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> Platform.analyst().get(outliers).then().body("items", hasSize(1)));
    String id = Platform.analyst().get(outliers).path("items[0].id");
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("text", "Is {batch} in Wh/km?"))
        .post(outliers + "/" + id + "/question")
        .then()
        .statusCode(200);

    list(mine, "en", "").body("items", hasSize(1));
    Platform.analyst().post("/api/v1/batches/" + slip + "/review").then().statusCode(200);
    list(mine, "en", "")
        .body("items.kind", equalTo(List.of("REVIEW_OPENED", "QUESTION", "REVIEW_OPENED")))
        .body(
            "items[1].text",
            equalTo(
                "A question about model Q-%d in batch %d: Is {batch} in Wh/km?"
                    .formatted(slip, slip)));
  }

  @Test
  void remembersWhatWasRead() {
    int id = list(mine, "en", "").extract().path("items[0].id");
    read(mine, id).statusCode(200).body("readAt", notNullValue());
    String first = read(mine, id).extract().path("readAt");
    read(mine, id).body("readAt", equalTo(first));

    list(mine, "en", "?unread=true").body("items", hasSize(0)).body("unread", equalTo(0));
    read(other, id).statusCode(404);
    list(mine, "en", "?unread=maybe").statusCode(400);
  }

  @Test
  void pagesFromTheNewest() {
    deadline(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2));
    notifications.tellNearDeadlines();
    String link = list(mine, "en", "?limit=1").body("items", hasSize(1)).extract().header("Link");

    Platform.automaker(mine)
        .urlEncodingEnabled(false)
        .get(link.substring(link.indexOf('/'), link.indexOf('>')))
        .then()
        .statusCode(200)
        .body("items.kind", equalTo(List.of("REVIEW_OPENED")))
        .body("items.enterprise", everyItem(equalTo(mine)))
        .body("items[0].readAt", nullValue());
  }

  @Test
  void isForAutomakersOnly() {
    given().get("/api/v1/notifications").then().statusCode(401);
    for (String token : List.of(Tokens.analyst(), Tokens.member(), Tokens.assessor())) {
      given().auth().oauth2(token).get("/api/v1/notifications").then().statusCode(403);
      given().auth().oauth2(token).post("/api/v1/notifications/1/read").then().statusCode(403);
    }
  }

  /** An answer for both models; another consumption than 6 l is a correction of the first. */
  private void answer(double fuel) {
    String form =
        Platform.form(
                Platform.gasoline(mine, "NA-" + batch, fuel),
                Platform.gasoline(mine, "NB-" + batch, 6.0))
            .replaceAll(",[^,\n]*(?=\n)", "");
    platform
        .upload(
            Platform.automaker(mine),
            "/api/v1/batches/" + batch + "/feedback-forms",
            Platform.CSV,
            Platform.bytes(form))
        .statusCode(201);
  }

  private void extend(LocalDate day) {
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("enterprise", mine, "deadline", day.toString(), "reason", "Holiday week"))
        .post("/api/v1/batches/" + batch + "/deadline-extensions")
        .then()
        .statusCode(201);
  }

  private void deadline(LocalDate day) {
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("feedbackDeadline", day.toString()))
        .patch("/api/v1/batches/" + batch)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse list(String enterprise, String language, String query) {
    return Platform.automaker(enterprise)
        .header("Accept-Language", language)
        .get("/api/v1/notifications" + query)
        .then();
  }

  private static ValidatableResponse read(String enterprise, int id) {
    return Platform.automaker(enterprise).post("/api/v1/notifications/" + id + "/read").then();
  }
}
