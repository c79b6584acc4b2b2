package org.carbonpublicity.assessment.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
class SurveyResourceTest {

  @Inject Platform platform;
  @Inject AdjustableClock clock;

  private String guideline;
  private String enterprise;

  @BeforeEach
  void publishGuideline() {
    guideline = SmallGuideline.publish();
    enterprise = platform.enterprise("问卷汽车");
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void isSavedItemByItemAndResumed() {
    String id = begin(guideline);
    save(id, "A1", "{\"met\": true, \"comment\": \"见年报第 12 页\"}").statusCode(200);
    save(id, "A2", "{\"comment\": \"to be measured\"}").statusCode(200);
    save(id, "B1", "{\"date\": \"2023-12-31\"}").statusCode(200);
    save(id, "B3", "{\"met\": true}").statusCode(200).body("version", equalTo(1));

    get(id)
        .body("progress.items", equalTo(5))
        .body("progress.answered", equalTo(2))
        .body("progress.complete", equalTo(false))
        .body(
            "progress.missing.collect { it.field + ' ' + it.code }",
            contains("A2.number missing", "B2 missing-item", "B3.evidence missing-evidence"))
        .body("answers.item", contains("A1", "A2", "B1", "B3"))
        .body("answers[0].answer.comment", equalTo("见年报第 12 页"));
    submitted(id)
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("missing", "missing-item", "missing-evidence"));

    save(id, "A2", "{\"number\": 72.5}").statusCode(200).body("version", equalTo(2));
    save(id, "B2", "{\"choice\": \"BODY\"}").statusCode(200);
    save(id, "B3", "{\"met\": true, \"evidence\": \"Annual report, p. 3\"}").statusCode(200);
    assertThat(begin(guideline)).isEqualTo(id);
    get(id).body("progress.complete", equalTo(true)).body("submission", nullValue());
    String submission =
        submitted(id).statusCode(202).body("late", equalTo(false)).extract().path("id");

    get(id).body("submission", equalTo(submission)).body("changedSinceSubmission", equalTo(false));
    var assessment = platform.awaitAssessment(enterprise, submission);
    // A1, A2, B2 of four mandatory items, and a bonus that weighs two: (3 + 2) / 4.
    assertThat(assessment.get("score").asInt()).isEqualTo(125);
    assertThat(assessment.get("mandatoryRatioPercent").asInt()).isEqualTo(75);
    assertThat(assessment.get("stars").asInt()).isEqualTo(3);
    save(id, "B1", "{\"date\": \"2024-01-01\"}").statusCode(200);
    get(id).body("changedSinceSubmission", equalTo(true));
    as(Tokens.automaker(enterprise))
        .delete("/api/v1/surveys/" + id + "/answers/B1")
        .then()
        .statusCode(204);
    as(Tokens.automaker(enterprise))
        .delete("/api/v1/surveys/" + id + "/answers/B1")
        .then()
        .statusCode(404);
  }

  @Test
  void refusesAnswersOfAWrongForm() {
    String id = begin(guideline);
    save(id, "A1", "{\"number\": 3}").statusCode(422).body("errors.code", contains("not-asked"));
    save(id, "A2", "{\"number\": 1e40}")
        .statusCode(422)
        .body("errors.code", contains("out-of-range"));
    save(id, "A2", "{\"number\": 60, \"met\": false}")
        .statusCode(422)
        .body("errors.code", contains("contradiction"));
    save(id, "B1", "{\"date\": \"31.12.2024\"}")
        .statusCode(422)
        .body("errors.code", contains("not-a-date"));
    save(id, "B2", "{\"choice\": \"OTHER\", \"evidence\": \"" + "x".repeat(2001) + "\"}")
        .statusCode(422)
        .body("errors.code", contains("too-long", "unknown-choice"));
    save(id, "C9", "{\"met\": true}").statusCode(422).body("errors.code", contains("unknown-item"));
    get(id).body("answers", empty());
  }

  @Test
  void twoPeopleAtOneItemDoNotUndoEachOthersWork() {
    String id = begin(guideline);
    save(id, "A1", "\"0\"", "{\"met\": true}").statusCode(200);
    save(id, "A1", "\"0\"", "{\"met\": false}").statusCode(412);
    save(id, "A1", "\"1\"", "{\"met\": false}").statusCode(200).header("ETag", "\"2\"");
    save(id, "A1", "\"1\"", "{\"met\": true}").statusCode(412);
    save(id, "A2", "\"1\"", "{\"number\": 1}").statusCode(412);
    save(id, "A2", "\"x\"", "{\"number\": 1}").statusCode(412);
    get(id).body("answers.item", contains("A1")).body("answers[0].answer.met", equalTo(false));
  }

  @Test
  void nobodyElseSeesIt() {
    String id = begin(guideline);
    save(id, "A1", "{\"met\": true}").statusCode(200);
    String path = "/api/v1/surveys/" + id;
    given().get(path).then().statusCode(401);
    as(Tokens.automaker("T-other")).get(path).then().statusCode(404);
    as(Tokens.automaker("T-other"))
        .body("{\"met\": false}")
        .put(path + "/answers/A1")
        .then()
        .statusCode(404);
    as(Tokens.automaker("T-other")).post(path + "/submission").then().statusCode(404);
    for (String token : List.of(Tokens.assessor(), Tokens.member(), Tokens.analyst())) {
      as(token).get(path).then().statusCode(403);
    }
    as(Tokens.automaker("T-other"))
        .body("{\"guideline\": \"%s\", \"enterprise\": \"%s\"}".formatted(guideline, enterprise))
        .post("/api/v1/surveys")
        .then()
        .statusCode(403);
    as(Tokens.automaker("T-none"))
        .body("{\"guideline\": \"none\", \"enterprise\": \"T-none\"}")
        .post("/api/v1/surveys")
        .then()
        .statusCode(422)
        .body("errors.code", contains("unknown-guideline", "unknown-enterprise"));
    as(Tokens.automaker(enterprise)).get("/api/v1/surveys/none").then().statusCode(404);
  }

  @Test
  void partOfItIsDelegatedUntilItIsOver() {
    String id = begin(guideline);
    save(id, "A1", "{\"met\": true}").statusCode(200);
    String colleague = Tokens.automaker("T-colleague");
    String path = "/api/v1/surveys/" + id;
    as(colleague).get(path).then().statusCode(404);
    Instant until = clock.instant().plus(Duration.ofHours(2));
    delegate(id, "automaker.T-colleague", "\"B1\", \"B2\"", until).statusCode(201);

    as(colleague)
        .body("{\"choice\": \"NONE\"}")
        .put(path + "/answers/B2")
        .then()
        .statusCode(200)
        .body("changedBy", equalTo("automaker.T-colleague"));
    as(colleague)
        .get(path)
        .then()
        .statusCode(200)
        .body("delegatedItems", contains("B1", "B2"))
        .body("progress.items", equalTo(2))
        .body("answers.item", contains("B2"));
    as(colleague).get("/api/v1/surveys").then().body("items.id", contains(id));
    as(colleague)
        .body("{\"met\": false}")
        .put(path + "/answers/A1")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/delegated-part"));
    for (String whole : List.of("/submission", "/copy", "/delegations")) {
      as(colleague).body("{}").post(path + whole).then().statusCode(403);
    }
    as(colleague).get(path + "/delegations").then().statusCode(403);
    as(colleague).accept("*/*").get(path + "/form").then().statusCode(403);

    clock.advance(Duration.ofHours(2));
    as(colleague).get(path).then().statusCode(404);
    as(colleague).body("{\"choice\": \"BODY\"}").put(path + "/answers/B2").then().statusCode(404);
    as(colleague).get("/api/v1/surveys").then().body("items", empty());
  }

  @Test
  void aDelegationEndsAtOnceWhenItIsEnded() {
    String id = begin(guideline);
    String delegation =
        delegate(id, "automaker.T-friend", "\"A1\"", null).statusCode(201).extract().path("id");
    String friend = Tokens.automaker("T-friend");
    as(friend).get("/api/v1/surveys/" + id).then().statusCode(200);
    String path = "/api/v1/surveys/" + id + "/delegations/";

    as(Tokens.automaker(enterprise)).delete(path + delegation).then().statusCode(204);

    as(friend).get("/api/v1/surveys/" + id).then().statusCode(404);
    as(Tokens.automaker(enterprise)).delete(path + delegation).then().statusCode(404);
    as(Tokens.automaker(enterprise))
        .get("/api/v1/surveys/" + id + "/delegations")
        .then()
        .body("items.id", contains(delegation))
        .body("items[0].endedAt", notNullValue());
    delegate(id, "", "\"Z9\"", clock.instant().minusSeconds(1))
        .statusCode(422)
        .body("errors.field", contains("subject"));
    delegate(id, "x", "\"Z9\"", clock.instant().minusSeconds(1))
        .statusCode(422)
        .body("errors.field", contains("items", "until"));
  }

  @Test
  void lastYearsAnswersAreCopiedForward() {
    String first = begin(guideline);
    complete(first);
    submitted(first).statusCode(202);
    String next = SmallGuideline.newId();
    SmallGuideline.publish(
        next,
        SmallGuideline.body("A policy covers all sites", guideline)
            .replace("\"code\": \"BODY\"", "\"code\": \"AUDITOR\""));
    String id = begin(next);
    save(id, "A2", "{\"number\": 99}").statusCode(200);

    as(Tokens.automaker(enterprise))
        .body("{}")
        .post("/api/v1/surveys/" + id + "/copy")
        .then()
        .statusCode(200)
        .body("copied", contains("A1", "B1", "B3"))
        .body("reworded", contains("A1"))
        .body("kept", contains("A2"))
        // Its choice is none of the new question's.
        .body("open", contains("B2"));
    get(id)
        .body("answers.item", contains("A1", "A2", "B1", "B3"))
        .body("answers[1].answer.number", equalTo(99));

    String other = platform.enterprise("无前例汽车");
    String empty = begin(other, guideline);
    as(Tokens.automaker(other))
        .body("{}")
        .post("/api/v1/surveys/" + empty + "/copy")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/nothing-to-copy"));
    String foreign = get(first).extract().path("submission");
    as(Tokens.automaker(other))
        .body("{\"from\": \"" + foreign + "\"}")
        .post("/api/v1/surveys/" + empty + "/copy")
        .then()
        .statusCode(409);
  }

  @Test
  void isForTheWindowThatIsOpenOrTheNextOne() {
    Instant now = clock.instant();
    String window = Windows.newId();
    Windows.put(
            window,
            Windows.body(
                guideline,
                now.plus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(2)),
                now.plus(Duration.ofDays(3))))
        .statusCode(201);
    String id = begin(guideline);
    complete(id);
    get(id).body("window", equalTo(window));
    submitted(id).statusCode(409).body("type", equalTo("/problems/no-open-window"));

    clock.advance(Duration.ofDays(2));
    submitted(id).statusCode(202).body("late", equalTo(true));

    String second = Windows.newId();
    Windows.put(
            second,
            Windows.body(
                guideline, now.plus(Duration.ofDays(4)), now.plus(Duration.ofDays(5)), null))
        .statusCode(201);
    clock.advance(Duration.ofDays(2));
    submitted(id).statusCode(409).body("type", equalTo("/problems/survey-of-another-window"));
    assertThat(begin(guideline)).isNotEqualTo(id);
    as(Tokens.automaker(enterprise))
        .get("/api/v1/surveys")
        .then()
        .body("items.window", hasItem(second));
  }

  @Test
  void aRetiredGuidelineIsAnsweredNoMore() {
    String id = begin(guideline);
    complete(id);
    as(Tokens.assessor())
        .post("/api/v1/guidelines/" + guideline + "/retirement")
        .then()
        .statusCode(200);
    submitted(id)
        .statusCode(409)
        .body("type", equalTo("/problems/guideline-not-active"))
        .body("state", equalTo("RETIRED"));
  }

  @Test
  void aSubmissionUnderAKeyIsMadeOnce() {
    String id = begin(guideline);
    complete(id);
    String first = submittedUnder(id, "key-" + id).statusCode(202).extract().path("id");
    String again =
        submittedUnder(id, "key-" + id)
            .statusCode(202)
            .header("Idempotency-Replayed", "true")
            .extract()
            .path("id");
    assertThat(again).isEqualTo(first);
  }

  private ValidatableResponse submittedUnder(String id, String key) {
    return as(Tokens.automaker(enterprise))
        .header("Idempotency-Key", key)
        .post("/api/v1/surveys/" + id + "/submission")
        .then();
  }

  private String begin(String of) {
    return begin(enterprise, of);
  }

  private static String begin(String enterprise, String of) {
    return as(Tokens.automaker(enterprise))
        .body("{\"guideline\": \"%s\", \"enterprise\": \"%s\"}".formatted(of, enterprise))
        .post("/api/v1/surveys")
        .then()
        .statusCode(oneOf(200, 201))
        .extract()
        .path("id");
  }

  private void complete(String id) {
    save(id, "A1", "{\"met\": true}").statusCode(200);
    save(id, "A2", "{\"number\": 72.5}").statusCode(200);
    save(id, "B1", "{\"date\": \"2024-02-29\"}").statusCode(200);
    save(id, "B2", "{\"choice\": \"BODY\"}").statusCode(200);
    save(id, "B3", "{\"met\": false}").statusCode(200);
  }

  private ValidatableResponse save(String id, String item, String body) {
    return as(Tokens.automaker(enterprise))
        .body(body)
        .put("/api/v1/surveys/" + id + "/answers/" + item)
        .then();
  }

  private ValidatableResponse save(String id, String item, String ifMatch, String body) {
    return as(Tokens.automaker(enterprise))
        .header("If-Match", ifMatch)
        .body(body)
        .put("/api/v1/surveys/" + id + "/answers/" + item)
        .then();
  }

  private ValidatableResponse get(String id) {
    return as(Tokens.automaker(enterprise)).get("/api/v1/surveys/" + id).then().statusCode(200);
  }

  private ValidatableResponse submitted(String id) {
    return as(Tokens.automaker(enterprise)).post("/api/v1/surveys/" + id + "/submission").then();
  }

  private ValidatableResponse delegate(String id, String subject, String items, Instant until) {
    return as(Tokens.automaker(enterprise))
        .body(
            "{\"subject\": \"%s\", \"items\": [%s]%s}"
                .formatted(subject, items, until == null ? "" : ", \"until\": \"" + until + "\""))
        .post("/api/v1/surveys/" + id + "/delegations")
        .then();
  }
}
