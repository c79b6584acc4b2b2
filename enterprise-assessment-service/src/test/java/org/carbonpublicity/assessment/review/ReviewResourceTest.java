package org.carbonpublicity.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.ADA;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.BOB;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.CLAIMED;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.carbonpublicity.assessment.fixture.AdjustableRules;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Assessor;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform.Case;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ReviewResourceTest {

  @Inject Platform platform;
  @Inject ReviewedPlatform reviewed;

  private static Set<String> claimedBut(String... items) {
    Set<String> left = new TreeSet<>(CLAIMED);
    List.of(items).forEach(left::remove);
    return left;
  }

  @Test
  void goesFromTheAwardThroughReviewToTheMembers() {
    Case of = reviewed.awarded(1);
    platform
        .confirm(of.automaker(), of.id())
        .statusCode(409)
        .body("type", equalTo("/problems/assessment-state"))
        .body("allowed", equalTo(List.of("review")));

    ADA.review(of.id()).statusCode(200).body("state", equalTo("IN_REVIEW"));
    ADA.accept(of.id(), claimedBut("AW1", "AC1")).statusCode(200);
    ADA.complete(of.id())
        .statusCode(409)
        .body("type", equalTo("/problems/incomplete-review"))
        .body("allowed", equalTo(List.of("completion")))
        .body("errors.field", equalTo(List.of("AW1", "AC1")))
        .body("errors.code", equalTo(List.of("undecided", "undecided")));
    ADA.reject(of.id(), "AW1", "AC1").statusCode(200);
    as(of.automaker())
        .get(of.path() + "/review")
        .then()
        .body("state", equalTo("IN_REVIEW"))
        .body("items", hasSize(0))
        .body("assessors", nullValue());
    ADA.complete(of.id()).statusCode(200).body("state", equalTo("REVIEWED"));
    reviewed.awaitState(of, "SHARED");

    JsonNode shared = Platform.parse(as(of.automaker()).get(of.path()).asString());
    // 12 of 15 items met, 10 of 15 mandatory ones.
    assertThat(shared.get("score").asInt()).isEqualTo(80);
    assertThat(shared.get("stars").asInt()).isEqualTo(4);
    assertThat(shared.get("rejectedItems")).hasToString("[\"AC1\",\"AW1\"]");
    assertThat(Instant.parse(shared.get("responseDeadline").asText()))
        .isEqualTo(
            Instant.parse(shared.get("sharedAt").asText())
                .plus(Duration.ofDays(AdjustableRules.RESPONSE_DAYS)));
    as(of.automaker())
        .get(of.path() + "/review")
        .then()
        .body("items.find {it.item == 'AW1'}.standing", equalTo("REJECTED"))
        .body("items.find {it.item == 'AW1'}.decisions[0].reason", equalTo("not shown"))
        .body("items.find {it.item == 'AW2'}.standing", equalTo("ACCEPTED"))
        .body("items.collect {it.decisions.assessor}.flatten()", not(hasItem("ada")))
        .body("scorings.cause", equalTo(List.of("SUBMISSION", "REVIEW")))
        .body("scorings.stars", equalTo(List.of(5, 4)));
    platform
        .confirm(of.automaker(), of.id())
        .statusCode(200)
        .body("confirmedBySilence", equalTo(false));
    BOB.publish(of.id()).statusCode(200).body("stars", equalTo(4));

    assertThat(platform.toldOfStars(of.enterprise()))
        .extracting(event -> event.type() + " " + Platform.parse(event.json()).get("stars").asInt())
        .containsExactly("stars-awarded.v1 5", "stars-awarded.v1 4", "stars-published.v1 4");
    assertThat(platform.told(Topics.SUBMISSIONS, shared.get("submission").asText()))
        .extracting(event -> event.type())
        .containsExactly("submission-received.v1", "submission-reviewed.v1");
  }

  @Test
  void tellsNothingOfStarsThatStayAsTheyWere() {
    Case of = reviewed.shared();

    assertThat(platform.toldOfStars(of.enterprise())).hasSize(1);
    as(of.automaker()).get(of.path()).then().body("stars", equalTo(5));
  }

  /** Another source, so that the inbox cannot know it for a duplicate. */
  @Test
  void aReviewToldTwiceIsScoredOnce() {
    Case of = reviewed.shared("AW1");
    String submission = as(ADA.token()).get(of.path()).path("submission");
    String tag = as(ADA.token()).get(of.path()).header("ETag");

    platform
        .events()
        .send(
            Topics.SUBMISSIONS,
            "submission-reviewed.v1",
            submission,
            "{\"submission\": \"" + submission + "\"}");
    // Handled after it, since it is of the same key.
    platform
        .events()
        .send(
            Topics.SUBMISSIONS,
            "appeal-decided.v1",
            submission,
            "{\"submission\": \"00000000-0000-0000-0000-00000000a11f\"}");
    platform.awaitNumber("select count(*) from dead_letter where key = '" + submission + "'", 1);

    as(ADA.token()).get(of.path()).then().header("ETag", equalTo(tag));
    assertThat(platform.toldOfStars(of.enterprise())).hasSize(2);
  }

  @Test
  void asksTheEnterpriseAndDecidesAfterItsAnswer() {
    Case of = reviewed.inReview();
    ADA.accept(of.id(), claimedBut("PL1")).statusCode(200);
    ADA.ask(of.id(), "PL1", "Which year?").statusCode(200);
    ADA.ask(of.id(), "PL1", "Which year?").statusCode(200);
    ADA.complete(of.id()).statusCode(409).body("errors.code", equalTo(List.of("asked")));

    var asked = as(of.automaker()).get(of.path() + "/review").then();
    asked.body("items.item", equalTo(List.of("PL1")));
    asked.body("items[0].questions.question", equalTo(List.of("Which year?")));
    asked.body("items[0].questions[0].askedBy", nullValue());
    String question = asked.extract().path("items[0].questions[0].id");
    String path = of.path() + "/review/questions/" + question + "/answer";
    as(of.automaker())
        .body("{\"answer\": \" \", \"evidence\": [\"page 7\"]}")
        .post(path)
        .then()
        .statusCode(422)
        .body("errors.field", containsInAnyOrder("answer", "evidence[0]"));
    String file = Platform.evidence(of.enterprise(), "answer");
    as(of.automaker())
        .body("{\"answer\": \"2030\", \"evidence\": [\"%s\"]}".formatted(file))
        .post(path)
        .then()
        .statusCode(200)
        .body("items[0].questions[0].answer", equalTo("2030"));
    as(of.automaker())
        .body("{\"answer\": \"2031\"}")
        .post(path)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/question-closed"));

    as(ADA.token())
        .get(of.path() + "/review")
        .then()
        .body("items.find {it.item == 'PL1'}.standing", equalTo("UNDECIDED"))
        .body("items.find {it.item == 'PL1'}.questions[0].evidence", equalTo(List.of(file)));
    ADA.complete(of.id()).statusCode(409).body("errors.code", equalTo(List.of("undecided")));
    ADA.accept(of.id(), List.of("PL1")).statusCode(200);
    ADA.complete(of.id()).statusCode(200);
  }

  @Test
  void twoAssessorsHaveToAgree() {
    Case of = reviewed.awarded(2);
    ADA.review(of.id()).statusCode(422).body("errors.code", equalTo(List.of("too-few")));
    ADA.review(of.id(), ADA, BOB, new Assessor("carol"))
        .statusCode(422)
        .body("errors.code", equalTo(List.of("too-many")));
    ADA.review(of.id(), ADA, BOB).statusCode(200);
    ADA.accept(of.id(), CLAIMED).statusCode(200);
    BOB.accept(of.id(), claimedBut("AW1")).statusCode(200);
    BOB.reject(of.id(), "AW1").statusCode(200).body("disagreements", equalTo(List.of("AW1")));
    BOB.complete(of.id())
        .statusCode(409)
        .body("errors.field", equalTo(List.of("AW1")))
        .body("errors.code", equalTo(List.of("disagreement")));

    ADA.reject(of.id(), "AW1").statusCode(200).body("disagreements", hasSize(0));
    BOB.complete(of.id()).statusCode(200);
    reviewed.awaitState(of, "SHARED");
    as(of.automaker()).get(of.path()).then().body("rejectedItems", equalTo(List.of("AW1")));
  }

  @Test
  void whoIsNoLongerAssignedDoesNotCount() {
    Case of = reviewed.inReview();
    ADA.accept(of.id(), claimedBut("AW1")).statusCode(200);
    ADA.ask(of.id(), "AW1", "Where?").statusCode(200);

    BOB.reassign(of.id()).statusCode(422);
    BOB.reassign(of.id(), BOB)
        .statusCode(200)
        .body("assessors", equalTo(List.of("bob")))
        .body("items.standing.unique()", equalTo(List.of("UNDECIDED")))
        .body("items.find {it.item == 'AW1'}.questions[0].withdrawnAt", notNullValue());
    ADA.accept(of.id(), CLAIMED).statusCode(403).body("type", equalTo("/problems/not-assigned"));
    BOB.reassign(of.id(), ADA, BOB).statusCode(200);
    ADA.complete(of.id()).statusCode(409).body("errors", hasSize(CLAIMED.size()));
  }

  @Test
  void namesAllThatIsWrongAndTakesNothing() {
    Case of = reviewed.inReview();
    as(ADA.token())
        .body(
            """
            {"decisions": [{"verdict": "REJECT"}, {"item": "AW1", "verdict": "MAYBE"}, null,
              {"item": "AW2", "verdict": "ASK", "reason": " "}]}""")
        .post(of.path() + "/review/decisions")
        .then()
        .statusCode(422)
        .body(
            "errors.field",
            hasItems(
                "decisions[0].item",
                "decisions[0].reason",
                "decisions[1].verdict",
                "decisions[2]"));
    as(ADA.token())
        .body(
            """
            {"decisions": [{"item": "AW1", "verdict": "ACCEPT"}, {"item": "AW1", "verdict": "ACCEPT"},
              {"item": "XX1", "verdict": "ACCEPT"}, {"item": "DI5", "verdict": "REJECT", "reason": "no"}]}""")
        .post(of.path() + "/review/decisions")
        .then()
        .statusCode(422)
        .body(
            "errors.code", equalTo(List.of("duplicate-item", "unknown-item", "nothing-to-reject")));
    as(ADA.token()).post(of.path() + "/review/decisions").then().statusCode(422);

    assertThat(
            platform.number(
                "select count(*) from review_decision where assessment = '" + of.id() + "'"))
        .isZero();
  }

  @Test
  void takesOnlyTheVersionThatIsMeant() {
    Case of = reviewed.inReview();
    String tag = as(ADA.token()).get(of.path() + "/review").header("ETag");
    ADA.accept(of.id(), List.of("AW1")).statusCode(200);
    ADA.accept(of.id(), CLAIMED).statusCode(200);

    for (String transition : List.of("/completion", "/publication", "/decision", "/review")) {
      as(ADA.token()).header("If-Match", tag).post(of.path() + transition).then().statusCode(412);
    }
    String now = as(ADA.token()).get(of.path() + "/review").header("ETag");
    assertThat(now).isNotEqualTo(tag);
    ADA.accept(of.id(), CLAIMED).statusCode(200).header("ETag", equalTo(now));
    as(ADA.token()).header("If-None-Match", now).get(of.path() + "/review").then().statusCode(304);
    as(ADA.token()).header("If-Match", now).post(of.path() + "/completion").then().statusCode(200);
  }

  @Test
  void listsWhatAnAssessorHasToDo() {
    Assessor fay = new Assessor("fay");
    Case one = reviewed.awarded(1);
    Case other = reviewed.awarded(0);
    fay.review(one.id()).statusCode(200);
    ADA.review(other.id(), ADA, fay).statusCode(200);
    ADA.accept(other.id(), CLAIMED).statusCode(200);
    fay.accept(other.id(), claimedBut("AW1", "AW2")).statusCode(200);
    fay.reject(other.id(), "AW1").statusCode(200);

    var first = as(fay.token()).get("/api/v1/reviews?assessor=me&limit=1").then().statusCode(200);
    first.body("items.assessment", equalTo(List.of(one.id())));
    first.body("items[0].itemsUndecidedByAssessor", equalTo(CLAIMED.size()));
    String link = first.extract().header("Link");
    as(fay.token())
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("items.assessment", equalTo(List.of(other.id())))
        .body("items[0].itemsUndecided", equalTo(1))
        .body("items[0].disagreements", equalTo(1))
        .body("items[0].itemsUndecidedByAssessor", equalTo(1));
    as(ADA.token())
        .get("/api/v1/reviews?assessor=fay&state=SHARED")
        .then()
        .body("items", hasSize(0));
    as(ADA.token()).get("/api/v1/reviews?state=NONE").then().statusCode(400);

    BOB.declareConflict(fay, one.enterprise()).statusCode(201);
    as(fay.token()).get("/api/v1/reviews").then().body("items.assessment", not(hasItem(one.id())));
  }

  @Test
  void aNewSubmissionReplacesAReviewWhoseDecisionsAreNeverShown() {
    Case of = reviewed.inReview();
    ADA.reject(of.id(), "AW1").statusCode(200);

    String next = platform.awarded(of.enterprise(), Answers.meeting(15, 0)).get("id").asText();

    as(of.automaker())
        .get(of.path())
        .then()
        .body("state", equalTo("SUPERSEDED"))
        .body("supersededBy", equalTo(next));
    as(of.automaker()).get(of.path() + "/review").then().body("items", hasSize(0));
  }
}
