package org.carbonpublicity.disclosure.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.carbonpublicity.disclosure.fixture.Batches;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;

/** What each state of a batch allows and refuses, and who sees it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class BatchStateTest {

  private static final String BUSY = "/problems/batch-busy";

  @Inject Platform platform;

  @Test
  void startsTheReviewOnlyOfTheRevisionThatWasSeen() {
    int number = filled();
    String seen = Batches.get(number).extract().header("ETag");
    Batches.change(number, Map.of("title", "Changed")).statusCode(200);

    Platform.analyst()
        .header("If-Match", seen)
        .post(Batches.PATH + "/" + number + "/review")
        .then()
        .statusCode(412);

    Batches.get(number).body("state", equalTo("DRAFT"));
  }

  @Test
  void aDraftIsFilledAndReviewedAndNotAnswered() {
    int number = filled();

    feedback(number).statusCode(409).body("detail", containsString("is DRAFT; allowed: import"));
    Batches.publish(number, Map.of())
        .statusCode(409)
        .body("type", equalTo("/problems/batch-state"));
    Batches.publish(number, Map.of("reviewWaived", false, "reason", "no")).statusCode(409);
    Batches.review(number)
        .statusCode(200)
        .body("state", equalTo("IN_REVIEW"))
        .body("models", equalTo(1))
        .body("reviewStartedAt", not(nullValue()));
  }

  @Test
  void anEmptyBatchGoesNowhere() {
    int number = platform.draft();

    Batches.review(number).statusCode(409).body("type", equalTo("/problems/batch-empty"));
    Batches.publish(number, Map.of("reviewWaived", true, "reason", "none"))
        .statusCode(409)
        .body("type", equalTo("/problems/batch-empty"));

    Batches.get(number).body("state", equalTo("DRAFT"));
  }

  @Test
  void aBatchInReviewIsAnsweredAndNotFilled() {
    int number = filled();
    Batches.review(number).statusCode(200);

    fill(number, "LATE-" + number).statusCode(409).body("detail", containsString("IN_REVIEW"));
    Batches.review(number).statusCode(409).body("type", equalTo("/problems/batch-state"));
    Batches.change(number, Map.of("feedbackDeadline", "2999-01-31")).statusCode(200);
    feedback(number).statusCode(201);
    Batches.publish(number, Map.of())
        .statusCode(202)
        .header("Location", endsWith(Batches.PATH + "/" + number))
        .body("reviewWaived", equalTo(false));
    platform.awaitPublished(number);
  }

  @Test
  void aBatchOnItsWayAllowsNothing() {
    int number = filled();
    hold(number);
    try {
      Batches.publish(number, Map.of("reviewWaived", true, "reason", "held"))
          .statusCode(202)
          .body("state", equalTo("PUBLISHING"));

      assertAllowsNothing(number, "PUBLISHING");
      Batches.get(number)
          .body("publication.number", greaterThan(0))
          .body("publication.published", equalTo(0))
          .body("publication.total", equalTo(1));
      given().get(Batches.PATH + "/" + number).then().statusCode(404);
    } finally {
      release(number);
    }
    platform.awaitPublished(number);
  }

  @Test
  void aPublishedBatchAllowsNothing() {
    int number = filled();
    Batches.publish(number, Map.of("reviewWaived", true, "reason", "a test")).statusCode(202);
    platform.awaitPublished(number);

    assertAllowsNothing(number, "PUBLISHED");

    Batches.get(number)
        .body("reviewWaived", equalTo(true))
        .body("reviewWaivedReason", equalTo("a test"))
        .body("publication.published", equalTo(1))
        .body("publishedAt", not(nullValue()));
  }

  @Test
  void isSeenByWhomItConcerns() {
    int number = platform.draft();
    String mine = platform.enterprise("Mine " + number);
    platform
        .importCsv(number, "", Platform.form(Platform.gasoline(mine, "V-" + number, 6)))
        .statusCode(201);
    String member = Tokens.member();
    String maker = Tokens.automaker(mine);

    assertThat(seenBy(number, Tokens.analyst(), maker, member, null))
        .containsExactly(200, 404, 404, 404);
    Batches.review(number).statusCode(200);
    assertThat(seenBy(number, Tokens.analyst(), maker, member, null))
        .containsExactly(200, 200, 404, 404);
    Batches.publish(number, Map.of()).statusCode(202);
    platform.awaitPublished(number);
    assertThat(seenBy(number, Tokens.analyst(), maker, member, null))
        .containsExactly(200, 200, 200, 200);
  }

  @Test
  void answersARepeatedPublicationAsTheFirst() {
    int number = filled();
    String key = UUID.randomUUID().toString();
    Map<String, Object> waived = Map.of("reviewWaived", true, "reason", "once");

    ExtractableResponse<Response> first = Batches.publish(key, number, waived).extract();
    platform.awaitPublished(number);
    ExtractableResponse<Response> second = Batches.publish(key, number, waived).extract();

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.asString()).isEqualTo(first.asString());
    Batches.publish(number, waived).statusCode(409);
  }

  @Test
  void isBusyWhileAnotherRequestChangesIt() throws SQLException {
    int number = filled();
    try (Connection other = platform.dataSource().getConnection()) {
      other.setAutoCommit(false);
      try (PreparedStatement lock =
          other.prepareStatement("select 1 from batch where number = ? for update")) {
        lock.setInt(1, number);
        lock.executeQuery();

        Batches.review(number).statusCode(409).body("type", equalTo("/problems/batch-busy"));
      } finally {
        other.rollback();
      }
    }

    Batches.review(number).statusCode(200);
  }

  @Test
  void needsAReasonThatCanBeRead() {
    int number = filled();
    Map<String, Object> waiver = new HashMap<>(Map.of("reviewWaived", true));
    Batches.publish(number, waiver).statusCode(422).body("errors[0].code", equalTo("missing"));
    waiver.put("reason", "a\0b");
    Batches.publish(number, waiver)
        .statusCode(422)
        .body("errors[0].code", equalTo("control-character"));
    waiver.put("reason", "x".repeat(1_001));
    Batches.publish(number, waiver).statusCode(422).body("errors[0].code", equalTo("too-long"));

    Batches.get(number).body("state", equalTo("DRAFT"));
  }

  @Test
  void tellsOfItsOpeningAndReview() {
    int number = filled();

    Batches.review(number).statusCode(200);

    for (String type : List.of("batch-opened.v1", "review-started.v1")) {
      await()
          .untilAsserted(
              () ->
                  assertThat(platform.told(Topics.BATCHES, type))
                      .filteredOn(event -> event.key().equals(String.valueOf(number)))
                      .hasSize(1));
    }
  }

  @Test
  void refusesAnUnknownParameterOfAChangeBeforeItHappens() {
    int number = filled();

    Platform.analyst()
        .post(Batches.PATH + "/" + number + "/review?force=true")
        .then()
        .statusCode(400)
        .body("errors[0].message", equalTo("this resource takes no query parameters"));

    Batches.get(number).body("state", equalTo("DRAFT"));
  }

  private void assertAllowsNothing(int number, String state) {
    for (Supplier<ValidatableResponse> request :
        List.<Supplier<ValidatableResponse>>of(
            () -> fill(number, "LATE-" + number),
            () -> Batches.review(number),
            () -> feedback(number),
            () -> Batches.publish(number, Map.of()),
            () -> Batches.publish(number, Map.of("reviewWaived", true, "reason", "again")),
            () -> Batches.change(number, Map.of("title", "Late")))) {
      // While a step of the publication is tried, the batch is busy, whatever its state.
      await()
          .atMost(Duration.ofSeconds(30))
          .until(request::get, answer -> !BUSY.equals(answer.extract().path("type")))
          .statusCode(409)
          .body("type", equalTo("/problems/batch-state"))
          .body("detail", endsWith("is " + state + "; allowed: nothing"));
    }
  }

  /** Lets the publication of a batch fail until it is released. */
  private void hold(int number) {
    platform.sql(
        "update footprint_revision set enterprise = '~' || enterprise where batch = ?", number);
  }

  private void release(int number) {
    platform.sql(
        "update footprint_revision set enterprise = substr(enterprise, 2) where batch = ?", number);
  }

  private ValidatableResponse feedback(int number) {
    String form =
        "enterprise,brand,series,model_code,model_name,powertrain,body_type,segment,curb_mass_kg,"
            + "fuel_l_per_100km\nFilling Motors,B,S,B-"
            + number
            + ",N,GASOLINE,SEDAN,A,1288,5.5\n";
    String code =
        given()
            .queryParam("name", "Filling Motors")
            .get("/api/v1/enterprises")
            .path("items[0].code");
    return platform.upload(
        Platform.analyst(),
        Batches.PATH + "/" + number + "/feedback-forms?enterprise=" + code,
        Platform.CSV,
        Platform.bytes(form));
  }

  private List<Integer> seenBy(int number, String... tokens) {
    List<Integer> statuses = new ArrayList<>();
    for (String token : tokens) {
      var request = token == null ? given() : given().auth().oauth2(token);
      statuses.add(request.get(Batches.PATH + "/" + number).statusCode());
    }
    return statuses;
  }

  private ValidatableResponse fill(int number, String model) {
    return platform.importCsv(
        number,
        "?registerUnknown=true",
        Platform.form(Platform.gasoline("Filling Motors", model, 6)));
  }

  /** A draft with one model. */
  private int filled() {
    int number = platform.draft();
    fill(number, "B-" + number).statusCode(201);
    return number;
  }
}
