package org.carbonpublicity.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.ADA;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.BOB;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.assessment.fixture.Assessor;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform.Case;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class AppealResourceTest {

  @Inject Platform platform;
  @Inject ReviewedPlatform reviewed;

  @Test
  void isDecidedItemByItemByOthersThanTheReviewersAndIsFinal() {
    Case of = reviewed.shared("AW1", "AC1", "AC2");
    as(of.automaker()).get(of.path()).then().body("score", equalTo(73)).body("stars", equalTo(3));
    reviewed
        .appeal(of, "AC1", "AC2")
        .statusCode(201)
        .header("Location", equalTo(of.path() + "/appeal"))
        .body("state", equalTo("APPEALED"))
        .body("items.item", equalTo(List.of("AC1", "AC2")));

    ADA.rule(of.id(), "UPHOLD", "AC1")
        .statusCode(403)
        .body("type", equalTo("/problems/reviewer-of-assessment"));
    BOB.rule(of.id(), "GRANT", "AC1").statusCode(200);
    BOB.decideAppeal(of.id())
        .statusCode(409)
        .body("allowed", equalTo(List.of("decision")))
        .body("errors.field", equalTo(List.of("AC2")));
    as(of.automaker()).get(of.path() + "/appeal").then().body("items[0].ruling", nullValue());
    new Assessor("carol").rule(of.id(), "UPHOLD", "AC2").statusCode(200);
    ADA.decideAppeal(of.id()).statusCode(403);
    BOB.decideAppeal(of.id()).statusCode(200).body("state", equalTo("DECIDED"));
    reviewed.awaitState(of, "FINAL");

    // 12 of 15 items met, 10 of 15 mandatory ones.
    as(of.automaker())
        .get(of.path())
        .then()
        .body("score", equalTo(80))
        .body("stars", equalTo(4))
        .body("rejectedItems", equalTo(List.of("AC2", "AW1")));
    as(of.automaker())
        .get(of.path() + "/appeal")
        .then()
        .body("items.ruling", equalTo(List.of("GRANT", "UPHOLD")))
        .body("items[0].rulingReason", equalTo("looked again"))
        .body("items[0].ruledBy", nullValue());
    as(of.automaker())
        .get(of.path() + "/review")
        .then()
        .body("scorings.stars", equalTo(List.of(5, 3, 4)));
    reviewed.appeal(of, "AW1").statusCode(409).body("allowed", equalTo(List.of("publication")));
    BOB.publish(of.id()).statusCode(200).body("confirmedAt", nullValue());
    assertThat(platform.toldOfStars(of.enterprise()))
        .extracting(event -> event.type() + " " + Platform.parse(event.json()).get("stars").asInt())
        .containsExactly(
            "stars-awarded.v1 5",
            "stars-awarded.v1 3",
            "stars-awarded.v1 4",
            "stars-published.v1 4");
    List<String> recorded = new ArrayList<>();
    String trail = "/api/v1/operations/assessment/audit-entries?subject=assessment/" + of.id();
    for (JsonNode entry : Platform.parse(as(ADA.token()).get(trail).asString()).get("items")) {
      recorded.add(entry.get("action").asText() + " by " + entry.get("actor").asText());
    }
    assertThat(recorded)
        .containsExactly(
            "review-started by ada",
            "items-decided by ada",
            "items-decided by ada",
            "review-completed by ada",
            "appeal-filed by automaker." + of.enterprise(),
            "disputed-items-ruled by bob",
            "disputed-items-ruled by carol",
            "appeal-decided by bob",
            "assessment-published by bob");
  }

  @Test
  void disputesOnlyWhatWasRejected() {
    Case of = reviewed.shared("AW1");

    reviewed
        .appeal(of, "AW2", "AW1", "AW1", "XX")
        .statusCode(422)
        .body("errors.code", equalTo(List.of("not-rejected", "duplicate-item", "not-rejected")));
    reviewed.appeal(of).statusCode(422).body("errors.field", equalTo(List.of("items")));
    as(of.automaker())
        .body("{\"items\": [{\"item\": \"AW1\", \"evidence\": [\"x\", null]}]}")
        .post(of.path() + "/appeal")
        .then()
        .statusCode(422)
        .body("errors.field", hasItems("items[0].reason", "items[0].evidence[1]"));

    as(of.automaker())
        .get(of.path())
        .then()
        .body("state", equalTo("SHARED"))
        .body("responseDeadline", notNullValue());
  }

  @Test
  void rulesOnlyOnWhatIsDisputed() {
    Case of = reviewed.appealed("AW1");

    BOB.rule(of.id(), "GRANT", "AW1", "AW1", "AW2")
        .statusCode(422)
        .body("errors.code", equalTo(List.of("duplicate-item", "not-disputed")));
    BOB.rule(of.id(), "SHRUG", "AW1").statusCode(422);
    BOB.rule(of.id(), "GRANT").statusCode(422);
  }

  @Test
  void anAppealThatComesAgainIsAnsweredWithTheSame() {
    Case of = reviewed.shared("AW1");
    String first = keyed(of, "AW1", 201);

    assertThat(keyed(of, "AW1", 201)).isEqualTo(first);
    keyed(of, "AW2", 422);
  }

  private static String keyed(Case of, String item, int status) {
    return as(of.automaker())
        .header("Idempotency-Key", "appeal-1")
        .body(ReviewedPlatform.appealBody(item))
        .post(of.path() + "/appeal")
        .then()
        .statusCode(status)
        .extract()
        .asString();
  }
}
