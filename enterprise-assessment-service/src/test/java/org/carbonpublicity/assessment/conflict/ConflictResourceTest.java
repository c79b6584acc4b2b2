package org.carbonpublicity.assessment.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.ADA;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.BOB;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.CLAIMED;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Assessor;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform.Case;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ConflictResourceTest {

  private static final String CONFLICTS = "/api/v1/reviews/conflicts";

  @Inject Platform platform;
  @Inject ReviewedPlatform reviewed;
  @Inject Conflicts conflicts;
  @Inject AdjustableClock clock;

  @AfterEach
  void presentTime() {
    clock.reset();
  }

  @Test
  void takesAnAssignedAssessorOffAndKeepsItOut() {
    Case of = reviewed.inReview();
    BOB.reassign(of.id(), ADA, BOB).statusCode(200);
    ADA.accept(of.id(), CLAIMED).statusCode(200);
    BOB.accept(of.id(), CLAIMED).statusCode(200);
    ADA.reassign(of.id(), ADA).statusCode(200);

    BOB.declareConflict(ADA, of.enterprise()).statusCode(201);

    BOB.complete(of.id()).statusCode(403).body("type", equalTo("/problems/not-assigned"));
    ADA.complete(of.id()).statusCode(403).body("type", equalTo("/problems/conflict-of-interest"));
    BOB.reassign(of.id(), ADA, BOB)
        .statusCode(403)
        .body("type", equalTo("/problems/conflict-of-interest"));
    as(BOB.token()).get(of.path() + "/review").then().body("assessors", hasSize(0));
    BOB.reassign(of.id(), BOB).statusCode(200);
    BOB.complete(of.id()).statusCode(409).body("errors", hasSize(CLAIMED.size()));
    BOB.accept(of.id(), CLAIMED).statusCode(200);
    BOB.complete(of.id()).statusCode(200);
  }

  @Test
  void aReviewThatLostAnAssessorWaitsForAnother() {
    Case of = reviewed.awarded(2);
    ADA.review(of.id(), ADA, BOB).statusCode(200);
    ADA.accept(of.id(), CLAIMED).statusCode(200);
    BOB.accept(of.id(), CLAIMED).statusCode(200);
    ADA.declareConflict(BOB, of.enterprise()).statusCode(201);

    ADA.complete(of.id())
        .statusCode(409)
        .body("errors.field", equalTo(List.of("assessors")))
        .body("errors.code", equalTo(List.of("too-few")));
  }

  @Test
  void takesBackWhatAnAssessorRuledInAnOpenAppeal() {
    Assessor carol = new Assessor("carol");
    Case of = reviewed.appealed("AW1", "AW2");
    BOB.rule(of.id(), "GRANT", "AW1").statusCode(200);
    carol.rule(of.id(), "UPHOLD", "AW2").statusCode(200);
    ADA.declareConflict(BOB, of.enterprise()).statusCode(201);

    carol.decideAppeal(of.id()).statusCode(409).body("errors.field", equalTo(List.of("AW1")));
    carol.rule(of.id(), "UPHOLD", "AW1").statusCode(200);
    carol.decideAppeal(of.id()).statusCode(200);
  }

  @Test
  void seesNoMoreThanMembers() {
    Assessor eve = new Assessor("eve-of-conflicts");
    Case hidden = reviewed.awarded(0);
    Case published = reviewed.published();
    for (Case of : List.of(hidden, published)) {
      eve.declareConflict(eve, of.enterprise()).statusCode(201);
    }

    as(eve.token())
        .get("/api/v1/assessments?limit=1000")
        .then()
        .body("items.id", not(hasItem(hidden.id())))
        .body("items.id", hasItem(published.id()))
        .body("items.find {it.id == '%s'}.size()".formatted(published.id()), equalTo(9));
    as(eve.token()).get(published.path()).then().statusCode(200).body("size()", equalTo(9));
    as(eve.token()).get(published.path() + "/review").then().statusCode(403);
    as(eve.token()).get(hidden.path()).then().statusCode(403);
  }

  @Test
  void holdsUntilItsLastDayOrUntilAnotherEndsIt() {
    String enterprise = platform.enterprise("Former employer");
    String lastDay = conflicts.today().plusDays(2).toString();
    String id =
        declare(
                "{\"enterprise\": \"%s\", \"reason\": \"worked there\", \"lastDay\": \"%s\"}"
                    .formatted(enterprise, lastDay))
            .statusCode(201)
            .header("Location", notNullValue())
            .body("assessor", equalTo("ada"))
            .body("declaredBy", equalTo("ada"))
            .body("lastDay", equalTo(lastDay))
            .extract()
            .path("id");
    assertThat(conflicts.exists("ada", enterprise)).isTrue();
    assertThat(conflicts.exists("bob", enterprise)).isFalse();
    BOB.declareConflict(ADA, enterprise)
        .statusCode(409)
        .body("type", equalTo("/problems/conflict-declared"));
    clock.advance(Duration.ofDays(2));
    assertThat(conflicts.exists("ada", enterprise)).isTrue();
    clock.advance(Duration.ofDays(1));
    assertThat(conflicts.exists("ada", enterprise)).isFalse();
    clock.reset();

    as(ADA.token())
        .delete(CONFLICTS + "/" + id)
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/own-conflict"));
    String ended =
        as(BOB.token())
            .delete(CONFLICTS + "/" + id)
            .then()
            .statusCode(200)
            .body("endedBy", equalTo("bob"))
            .extract()
            .asString();
    assertThat(conflicts.exists("ada", enterprise)).isFalse();
    assertThat(as(new Assessor("carol").token()).delete(CONFLICTS + "/" + id).asString())
        .isEqualTo(ended);
    as(ADA.token())
        .get(CONFLICTS + "?assessor=me&enterprise=" + enterprise)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(id)));
    as(ADA.token()).get(CONFLICTS + "/" + id).then().statusCode(200);
    as(ADA.token()).get(CONFLICTS + "/none").then().statusCode(404);
    as(ADA.token()).delete(CONFLICTS + "/none").then().statusCode(404);
  }

  @Test
  void isDeclaredCompletelyAndOnce() {
    declare("{}").statusCode(422).body("errors.field", hasItems("enterprise", "reason"));
    declare("{\"enterprise\": \"T9999\", \"reason\": \"x\", \"lastDay\": \"tomorrow\"}")
        .statusCode(422)
        .body("errors.field", equalTo(List.of("lastDay")));
    declare("{\"enterprise\": \"T9999\", \"reason\": \"x\", \"lastDay\": \"2001-01-01\"}")
        .statusCode(422)
        .body("errors.code", equalTo(List.of("past")));
    declare("{\"enterprise\": \"T9999\", \"reason\": \"x\"}")
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-enterprise"));
    String enterprise = platform.enterprise("Declared");
    String body = "{\"enterprise\": \"%s\", \"reason\": \"x\"}".formatted(enterprise);
    String first = declareKeyed(body);
    assertThat(declareKeyed(body)).isEqualTo(first);
    for (String token : List.of(Tokens.automaker(enterprise), Tokens.member(), Tokens.analyst())) {
      as(token).get(CONFLICTS).then().statusCode(403);
    }
    as(null).get(CONFLICTS).then().statusCode(401);
  }

  private static ValidatableResponse declare(String body) {
    return as(ADA.token()).body(body).post(CONFLICTS).then();
  }

  private static String declareKeyed(String body) {
    return as(ADA.token())
        .header("Idempotency-Key", "conflict-1")
        .body(body)
        .post(CONFLICTS)
        .then()
        .statusCode(201)
        .extract()
        .asString();
  }
}
