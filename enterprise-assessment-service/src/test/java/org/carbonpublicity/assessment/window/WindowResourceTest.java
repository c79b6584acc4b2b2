package org.carbonpublicity.assessment.window;

import static io.restassured.RestAssured.given;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.SmallGuideline;
import org.carbonpublicity.assessment.fixture.Windows;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class WindowResourceTest {

  private static final Duration DAY = Duration.ofDays(1);

  /** Meets A1 to B2. */
  private static final String ANSWERS =
      """
      {"guideline": "%s", "enterprise": "%s", "answers": [
        {"item": "A1", "met": true}, {"item": "A2", "number": 60}, {"item": "B1", "date": "2024-05-01"},
        {"item": "B2", "choice": "BODY"}, {"item": "B3", "met": false}]}""";

  @Inject Platform platform;
  @Inject AdjustableClock clock;

  private String guideline;
  private Instant now;

  @BeforeEach
  void publishGuideline() {
    guideline = SmallGuideline.publish();
    now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void submissionsAreTakenFromItsOpeningAndLateOnesMarked() {
    String id = Windows.newId();
    Windows.put(
            id,
            Windows.body(
                guideline,
                now.plus(DAY),
                now.plus(DAY.multipliedBy(3)),
                now.plus(DAY.multipliedBy(4))))
        .statusCode(201)
        .body("assessors", equalTo(0))
        .body("responseDays", equalTo(30));
    String enterprise = platform.enterprise("窗口汽车");

    submit(enterprise)
        .statusCode(409)
        .body("type", equalTo("/problems/no-open-window"))
        .body("detail", containsString("opens at"));
    clock.advance(DAY.multipliedBy(2));
    submit(enterprise).statusCode(202).body("window", equalTo(id)).body("late", equalTo(false));
    clock.advance(DAY);
    String late =
        submit(enterprise).statusCode(202).body("late", equalTo(true)).extract().path("id");
    as(Tokens.assessor())
        .get("/api/v1/submissions/" + late)
        .then()
        .statusCode(200)
        .body("late", equalTo(true))
        .body("window", equalTo(id))
        .body("answers.met", contains(true, true, true, true, false));
    clock.advance(DAY);
    submit(enterprise)
        .statusCode(409)
        .body("type", equalTo("/problems/no-open-window"))
        .body("detail", containsString("has closed"));
  }

  @Test
  void anotherYearIsAnotherResult() {
    String enterprise = platform.enterprise("两年汽车");
    String first = Windows.newId();
    Windows.put(first, Windows.body(guideline, now.minus(DAY), now.plus(DAY), now.plus(DAY)))
        .statusCode(201);
    String submission = submit(enterprise).statusCode(202).extract().path("id");
    String assessment = platform.awaitAssessment(enterprise, submission).get("id").asText();
    platform.confirm(Tokens.automaker(enterprise), assessment).statusCode(200);
    platform.publish(Tokens.assessor(), assessment).statusCode(200);
    submit(enterprise).statusCode(409).body("type", equalTo("/problems/result-published"));

    String second = Windows.newId();
    Windows.put(second, Windows.body(guideline, now.plus(DAY), now.plus(DAY.multipliedBy(2)), null))
        .statusCode(201);
    clock.advance(DAY);
    submit(enterprise).statusCode(202).body("window", equalTo(second));

    platform.awaitNumber(
        "select count(*) from assessment where enterprise = '" + enterprise + "'", 2);
    as(Tokens.member())
        .queryParam("enterprise", enterprise)
        .get("/api/v1/assessments")
        .then()
        .body("items.id", contains(assessment));
  }

  @Test
  void aWindowSaysWhetherResultsAreReviewed() {
    String enterprise = platform.enterprise("评审汽车");
    Windows.put(
            Windows.newId(),
            Windows.body(guideline, now.minus(DAY), now.plus(DAY), null)
                .replace("}", ", \"assessors\": 2, \"responseDays\": 5}"))
        .statusCode(201);
    String submission = submit(enterprise).statusCode(202).extract().path("id");
    String assessment = platform.awaitAssessment(enterprise, submission).get("id").asText();

    as(Tokens.automaker(enterprise))
        .get("/api/v1/assessments/" + assessment)
        .then()
        .body("assessorsRequired", equalTo(2));
    platform
        .confirm(Tokens.automaker(enterprise), assessment)
        .statusCode(409)
        .body("allowed", contains("review"));
  }

  @Test
  void aGuidelineIsSeenBeforeAWindowOpens() {
    String draft = SmallGuideline.newId();
    as(Tokens.assessor())
        .body(SmallGuideline.body())
        .put("/api/v1/guidelines/" + draft)
        .then()
        .statusCode(201);
    Windows.put(Windows.newId(), Windows.body(draft, now, now.plus(DAY), null))
        .statusCode(409)
        .body("type", equalTo("/problems/guideline-not-active"));
  }

  @Test
  void twoWindowsOfAGuidelineAreNotOpenAtOnce() {
    Windows.put(
            Windows.newId(),
            Windows.body(guideline, now, now.plus(DAY), now.plus(DAY.multipliedBy(2))))
        .statusCode(201);
    Windows.put(
            Windows.newId(),
            Windows.body(guideline, now.plus(DAY), now.plus(DAY.multipliedBy(5)), null))
        .statusCode(409)
        .body("type", equalTo("/problems/windows-overlap"));
    // One begins where the other ends.
    Windows.put(
            Windows.newId(),
            Windows.body(
                guideline, now.plus(DAY.multipliedBy(2)), now.plus(DAY.multipliedBy(5)), null))
        .statusCode(201);
  }

  @Test
  void onceOpenOnlyItsEndMoves() {
    String id = Windows.newId();
    String open = Windows.body(guideline, now.minus(DAY), now.plus(DAY), null);
    Windows.put(id, open).statusCode(201);
    Windows.put(id, Windows.body(guideline, now.minus(DAY), now, null))
        .statusCode(409)
        .body("type", equalTo("/problems/window-has-opened"));
    Windows.put(id, Windows.body(guideline, now, now.plus(DAY), null)).statusCode(409);
    Windows.put(id, open.replace("}", ", \"assessors\": 2}")).statusCode(409);
    Windows.put(id, Windows.body(SmallGuideline.publish(), now.minus(DAY), now.plus(DAY), null))
        .statusCode(409);
    Windows.put(id, Windows.body(guideline, now.minus(DAY), now.plus(DAY.multipliedBy(2)), null))
        .statusCode(200);
    as(Tokens.assessor())
        .post("/api/v1/guidelines/" + guideline + "/retirement")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/guideline-in-use"));
    given()
        .get("/api/v1/assessment-windows/" + id)
        .then()
        .statusCode(200)
        .body("deadline", equalTo(now.plus(DAY.multipliedBy(2)).toString()))
        .body("closesAt", nullValue());
  }

  @Test
  void namesEverythingThatIsWrong() {
    Windows.put(
            Windows.newId(),
            """
            {"title": "", "opensAt": "soon", "assessors": 3, "responseDays": 0}""")
        .statusCode(422)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            contains(
                "guideline missing",
                "title missing",
                "titleZh missing",
                "opensAt invalid",
                "deadline missing",
                "assessors out-of-range",
                "responseDays out-of-range"));
    Windows.put(Windows.newId(), Windows.body(guideline, now.plus(DAY), now, null))
        .statusCode(422)
        .body("errors.field", contains("deadline"));
    Windows.put(Windows.newId(), Windows.body(guideline, now, now.plus(DAY), now.plusSeconds(1)))
        .statusCode(422)
        .body("errors.field", contains("closesAt"));
  }

  @Test
  void everybodyReadsAndAssessorsPlan() {
    String id = Windows.newId();
    String body = Windows.body(guideline, now, now.plus(DAY), null);
    for (String token : new String[] {Tokens.analyst(), Tokens.member(), Tokens.automaker("E1")}) {
      as(token).body(body).put("/api/v1/assessment-windows/" + id).then().statusCode(403);
    }
    String tag = Windows.put(id, body).statusCode(201).extract().header("ETag");
    as(Tokens.assessor())
        .header("If-Match", tag)
        .body(body)
        .put("/api/v1/assessment-windows/" + id)
        .then()
        .statusCode(200);
    as(Tokens.assessor())
        .header("If-Match", tag)
        .body(body)
        .put("/api/v1/assessment-windows/" + id)
        .then()
        .statusCode(412);
    given()
        .queryParam("guideline", guideline)
        .get("/api/v1/assessment-windows")
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
    given().get("/api/v1/assessment-windows/none").then().statusCode(404);
  }

  private ValidatableResponse submit(String enterprise) {
    return as(Tokens.automaker(enterprise))
        .body(ANSWERS.formatted(guideline, enterprise))
        .post("/api/v1/submissions")
        .then();
  }
}
