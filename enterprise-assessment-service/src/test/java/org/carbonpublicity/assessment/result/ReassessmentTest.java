package org.carbonpublicity.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.ADA;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.BOB;
import static org.carbonpublicity.assessment.fixture.ReviewedPlatform.CLAIMED;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform.Case;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ReassessmentTest {

  private static final Set<String> MEMBERS_READ =
      Set.of(
          "id",
          "guideline",
          "enterprise",
          "enterpriseName",
          "state",
          "score",
          "scoreExact",
          "stars",
          "publishedAt");

  @Inject Platform platform;
  @Inject ReviewedPlatform reviewed;

  /** The next result after a re-assessment, AWARDED. */
  private Case next(Case published, Set<String> met) {
    String submission =
        platform.submit(published.enterprise(), met).statusCode(202).extract().path("id");
    platform.awaitNumber(
        "select count(*) from assessment where submission = '" + submission + "'", 1);
    String id =
        as(published.automaker())
            .get("/api/v1/assessments?state=AWARDED&enterprise=" + published.enterprise())
            .path("items[0].id");
    return new Case(id, published.enterprise());
  }

  private String memberSees(Case of) {
    JsonNode items =
        Platform.parse(
                as(Tokens.member())
                    .get("/api/v1/assessments?enterprise=" + of.enterprise())
                    .asString())
            .get("items");
    assertThat(items).hasSize(1);
    assertThat(names(items.get(0))).isEqualTo(MEMBERS_READ);
    return items.get(0).get("id").asText();
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void membersGoOnSeeingTheOldResultUntilTheNewOneIsPublished() {
    Case old = reviewed.published();
    platform.submit(old.enterprise(), CLAIMED).statusCode(409);
    BOB.reassess(old.id(), " ").statusCode(422);
    BOB.reassess(old.id(), "new evidence")
        .statusCode(200)
        .body("state", equalTo("PUBLISHED"))
        .body("reassessment.reason", equalTo("new evidence"));
    BOB.reassess(old.id(), "again").statusCode(409).body("allowed", hasSize(0));

    Case abandoned = next(old, Answers.meeting(3, 3));
    Case renewed = next(old, Answers.meeting(9, 6));
    assertThat(memberSees(old)).isEqualTo(old.id());
    platform.confirm(old.automaker(), renewed.id()).statusCode(200);
    assertThat(memberSees(old)).isEqualTo(old.id());
    BOB.publish(renewed.id()).statusCode(200).body("stars", equalTo(4));
    assertThat(memberSees(old)).isEqualTo(renewed.id());

    as(Tokens.member()).get(old.path()).then().statusCode(404);
    as(old.automaker())
        .get("/api/v1/assessments?state=SUPERSEDED&enterprise=" + old.enterprise())
        .then()
        .body("items.id", equalTo(List.of(old.id(), abandoned.id())))
        .body("items.supersededBy", equalTo(List.of(renewed.id(), renewed.id())));
    platform.submit(old.enterprise(), CLAIMED).statusCode(409);
    assertThat(platform.toldOfStars(old.enterprise()))
        .extracting(event -> event.type())
        .containsExactly(
            "stars-awarded.v1",
            "stars-published.v1",
            "stars-awarded.v1",
            "stars-awarded.v1",
            "stars-published.v1");
  }

  @Test
  void isComparedWithTheOneBefore() {
    Case old = reviewed.published();
    BOB.reassess(old.id(), "new evidence").statusCode(200);
    Set<String> met = new TreeSet<>(CLAIMED);
    met.removeAll(List.of("AW1", "AW4"));
    met.addAll(List.of("DI1", "DI2"));
    Case renewed = next(old, met);
    ADA.review(renewed.id()).statusCode(200);
    ADA.accept(renewed.id(), met).statusCode(200);
    ADA.reject(renewed.id(), "DI2").statusCode(200);
    ADA.complete(renewed.id()).statusCode(200);
    reviewed.awaitState(renewed, "SHARED");

    String comparison = renewed.path() + "/comparison";
    as(old.automaker())
        .get(comparison)
        .then()
        .statusCode(200)
        .body("assessment.id", equalTo(renewed.id()))
        .body("with.id", equalTo(old.id()))
        // 13 of 15 instead of 14 of 15.
        .body("scoreDifference", equalTo(-6.6666665f))
        .body("starsDifference", equalTo(-1))
        .body("mandatoryRatioDifference", equalTo(0))
        .body("dimensions.find {it.dimension == 'AW'}.mandatoryMetDifference", equalTo(-1))
        .body("dimensions.find {it.dimension == 'AW'}.bonusMetDifference", equalTo(-1))
        .body("dimensions.find {it.dimension == 'DI'}.assessment.mandatoryMet", equalTo(1))
        .body("dimensions.find {it.dimension == 'DI'}.with.mandatoryMet", equalTo(0))
        .body("itemsGained", equalTo(List.of("DI1")))
        .body("itemsLost", equalTo(List.of("AW1", "AW4")))
        .body("itemsOnlyHere", hasSize(0))
        .body("itemsOnlyThere", hasSize(0));
    as(Tokens.member()).get(comparison).then().statusCode(404);
    as(Tokens.automaker("T9999")).get(comparison).then().statusCode(403);
    as(null).get(comparison).then().statusCode(401);

    platform.confirm(old.automaker(), renewed.id()).statusCode(200);
    BOB.publish(renewed.id()).statusCode(200);
    as(old.automaker()).get(comparison).then().body("with.id", equalTo(old.id()));
    // What members saw before they see no more.
    as(Tokens.member())
        .get(comparison)
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/no-earlier-result"));
    as(Tokens.member()).get(comparison + "?with=" + old.id()).then().statusCode(404);
    JsonNode self =
        Platform.parse(as(Tokens.member()).get(comparison + "?with=" + renewed.id()).asString());
    assertThat(names(self))
        .containsExactlyInAnyOrder("assessment", "with", "scoreDifference", "starsDifference");
    assertThat(names(self.get("with"))).isEqualTo(MEMBERS_READ);
    as(BOB.token())
        .get(comparison + "?with=" + reviewed.published().id())
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/not-comparable"));
  }
}
