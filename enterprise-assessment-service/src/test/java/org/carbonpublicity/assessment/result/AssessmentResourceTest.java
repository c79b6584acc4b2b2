package org.carbonpublicity.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class AssessmentResourceTest {

  private static final String ASSESSMENTS = "/api/v1/assessments";

  @Inject Platform platform;

  private String awarded(String enterprise) {
    return platform.awarded(enterprise, Answers.meeting(10, 10)).get("id").asText();
  }

  private String published(String enterprise) {
    String id = awarded(enterprise);
    platform.confirm(Tokens.automaker(enterprise), id).statusCode(200);
    platform.publish(Tokens.assessor(), id).statusCode(200);
    return id;
  }

  @Test
  void saysScoreStarsAndWhatBoundThem() {
    String enterprise = platform.enterprise("Bound");

    String id = awarded(enterprise);

    as(Tokens.automaker(enterprise))
        .get(ASSESSMENTS + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("enterpriseName", equalTo("Bound"))
        .body("state", equalTo("AWARDED"))
        .body("score", equalTo(133))
        .body("scoreExact", equalTo(133.33333f))
        .body("mandatoryMet", equalTo(10))
        .body("mandatoryItems", equalTo(15))
        .body("bonusMet", equalTo(10))
        .body("bonusItems", equalTo(11))
        .body("mandatoryRatioPercent", equalTo(66.6666666667f))
        .body("stars", equalTo(4))
        .body("boundBy", equalTo("MANDATORY_RATIO"))
        .body("dimensions.dimension", equalTo(List.of("AW", "AC", "PL", "ME", "DI")))
        .body("dimensions.mandatoryMet", equalTo(List.of(3, 3, 3, 1, 0)))
        .body("dimensions.bonusMet", equalTo(List.of(2, 2, 2, 3, 1)));
  }

  @Test
  void goesFromAwardToConfirmationToPublicationAndNoOtherWay() {
    String enterprise = platform.enterprise("Orderly");
    String id = awarded(enterprise);
    String own = Tokens.automaker(enterprise);

    platform
        .publish(Tokens.assessor(), id)
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/assessment-state"))
        .body("state", equalTo("AWARDED"))
        .body("allowed", equalTo(List.of("confirmation", "review")));
    platform.confirm(own, id).statusCode(200).body("confirmedAt", notNullValue());
    platform.confirm(own, id).statusCode(409).body("allowed", equalTo(List.of("publication")));
    platform
        .publish(Tokens.assessor(), id)
        .statusCode(200)
        .body("state", equalTo("PUBLISHED"))
        .body("publishedAt", notNullValue());
    platform
        .publish(Tokens.assessor(), id)
        .statusCode(409)
        .body("allowed", equalTo(List.of("reassessment")));
    platform.confirm(own, id).statusCode(409);

    assertThat(platform.toldOfStars(enterprise))
        .extracting(event -> event.type())
        .containsExactly("stars-awarded.v1", "stars-published.v1");
  }

  @Test
  void isPublishedOnceHoweverManyAskAtOneMoment() throws Exception {
    String enterprise = platform.enterprise("Crowded");
    String id = awarded(enterprise);
    platform.confirm(Tokens.automaker(enterprise), id).statusCode(200);
    Callable<Integer> publish =
        () -> platform.publish(Tokens.assessor(), id).extract().statusCode();
    ExecutorService clients = Executors.newFixedThreadPool(4);
    List<Integer> statuses = new ArrayList<>();
    try {
      for (var status : clients.invokeAll(List.of(publish, publish, publish, publish))) {
        statuses.add(status.get());
      }
    } finally {
      clients.shutdown();
    }

    assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(platform.toldOfStars(enterprise)).hasSize(2);
  }

  @Test
  void isConfirmedByItsEnterpriseAndPublishedByAssessorsAlone() {
    String enterprise = platform.enterprise("Guarded");
    String id = awarded(enterprise);

    platform.confirm(null, id).statusCode(401);
    for (String token : List.of(Tokens.assessor(), Tokens.analyst(), Tokens.member())) {
      platform.confirm(token, id).statusCode(403);
    }
    platform
        .confirm(Tokens.automaker("T9999"), id)
        .statusCode(403)
        .body("type", equalTo("/problems/foreign-enterprise"));
    platform.confirm(Tokens.automaker(enterprise), id).statusCode(200);
    platform.publish(null, id).statusCode(401);
    for (String token : List.of(Tokens.automaker(enterprise), Tokens.analyst(), Tokens.member())) {
      platform.publish(token, id).statusCode(403);
    }

    assertThat(platform.assessments(enterprise).get(0).get("state").asText())
        .isEqualTo("CONFIRMED");
  }

  @Test
  void isKeptFromMembersUntilItIsPublished() {
    String enterprise = platform.enterprise("Private");
    String id = awarded(enterprise);

    for (String token : List.of(Tokens.member(), Tokens.analyst())) {
      as(token)
          .get(ASSESSMENTS + "/" + id)
          .then()
          .statusCode(404)
          .body("type", equalTo("/problems/unknown-assessment"));
      as(token).get(ASSESSMENTS).then().statusCode(200).body("items.id", not(hasItem(id)));
      as(token)
          .get(ASSESSMENTS + "?state=AWARDED")
          .then()
          .statusCode(200)
          .body("items", hasSize(0));
    }
    platform.confirm(Tokens.automaker(enterprise), id).statusCode(200);
    platform.publish(Tokens.assessor(), id).statusCode(200);
    for (String token : List.of(Tokens.member(), Tokens.analyst())) {
      as(token).get(ASSESSMENTS + "/" + id).then().statusCode(200);
      as(token)
          .get(ASSESSMENTS + "?enterprise=" + enterprise)
          .then()
          .statusCode(200)
          .body("items.id", equalTo(List.of(id)));
    }
  }

  @Test
  void isKeptFromOtherAutomakersAndThePublicForEver() {
    String enterprise = platform.enterprise("Published");
    String id = published(enterprise);
    String other = Tokens.automaker("T9999");

    as(other).get(ASSESSMENTS + "/" + id).then().statusCode(403);
    as(other).get(ASSESSMENTS + "?enterprise=" + enterprise).then().statusCode(403);
    as(other).get(ASSESSMENTS).then().statusCode(200).body("items", hasSize(0));
    as(Tokens.automaker()).get(ASSESSMENTS).then().statusCode(200).body("items", hasSize(0));
    as(null).get(ASSESSMENTS + "/" + id).then().statusCode(401);
    as(null).get(ASSESSMENTS).then().statusCode(401);
    as("no.real.token").get(ASSESSMENTS).then().statusCode(401);
  }

  @Test
  void anAutomakerOfSeveralEnterprisesSeesThemAll() {
    String one = platform.enterprise("One");
    String other = platform.enterprise("Other");
    String first = awarded(one);
    String second = awarded(other);

    as(Tokens.automaker(one, other))
        .get(ASSESSMENTS)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(first, second)));
    as(Tokens.automaker(one, other))
        .get(ASSESSMENTS + "?enterprise=" + other)
        .then()
        .body("items.id", equalTo(List.of(second)));
  }

  @Test
  void changesOnlyTheVersionThatIsMeant() {
    String enterprise = platform.enterprise("Versioned");
    String path = ASSESSMENTS + "/" + awarded(enterprise);
    String own = Tokens.automaker(enterprise);
    String tag = as(own).get(path).header("ETag");

    for (String wrong : List.of("\"other\"", "W/" + tag, "nonsense")) {
      as(own)
          .header("If-Match", wrong)
          .post(path + "/confirmation")
          .then()
          .statusCode(412)
          .body("type", equalTo("/problems/precondition-failed"));
    }
    as(own).get(path).then().body("state", equalTo("AWARDED")).header("ETag", equalTo(tag));
    String confirmed =
        as(own)
            .header("If-Match", tag)
            .post(path + "/confirmation")
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");

    assertThat(confirmed).isNotEqualTo(tag);
    as(Tokens.assessor())
        .header("If-Match", tag)
        .post(path + "/publication")
        .then()
        .statusCode(412);
    as(Tokens.assessor())
        .header("If-Match", confirmed)
        .post(path + "/publication")
        .then()
        .statusCode(200);
  }

  @Test
  void aReaderThatHasTheAssessmentIsToldSo() {
    String enterprise = platform.enterprise("Cached");
    String path = ASSESSMENTS + "/" + awarded(enterprise);
    String own = Tokens.automaker(enterprise);
    String tag = as(own).get(path).header("ETag");

    as(own).header("If-None-Match", tag).get(path).then().statusCode(304);

    as(own).post(path + "/confirmation").then().statusCode(200);
    as(own).header("If-None-Match", tag).get(path).then().statusCode(200);
  }

  @Test
  void listsInPagesWithoutGapsOrRepetition() {
    Set<String> expected = new HashSet<>();
    List<String> codes = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      codes.add(platform.enterprise("Paged " + n));
      expected.add(awarded(codes.get(n)));
    }
    String token = Tokens.automaker(codes.toArray(String[]::new));
    List<String> read = new ArrayList<>();
    String next = ASSESSMENTS + "?guideline=cpp-2024&state=AWARDED&limit=2";
    int pages = 0;
    while (next != null) {
      var answer = as(token).urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
      for (JsonNode item : Platform.parse(answer.asString()).get("items")) {
        read.add(item.get("id").asText());
      }
      String link = answer.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
      pages++;
    }

    assertThat(pages).isEqualTo(3);
    assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour=red",
        "enterprise=A&enterprise=B",
        "enterprise=%00",
        "guideline=%00",
        "state=AWARDEDX",
        "state=",
        "limit=0",
        "limit=1001",
        "limit=ten",
        "cursor=!",
        "cursor=eA"
      })
  void refusesWhatItDoesNotUnderstand(String query) {
    as(Tokens.assessor())
        .urlEncodingEnabled(false)
        .get(ASSESSMENTS + "?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors", hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "1", "00000000-0000-0000-0000-000000000000"})
  void knowsNoOtherAssessment(String id) {
    as(Tokens.assessor()).get(ASSESSMENTS + "/" + id).then().statusCode(404);
    platform
        .publish(Tokens.assessor(), id)
        .statusCode(404)
        .body("type", equalTo("/problems/unknown-assessment"));
    platform.confirm(Tokens.automaker("T9999"), id).statusCode(404);
  }

  @Test
  void takesAnEmptyBodyWithAChange() {
    String enterprise = platform.enterprise("Bodied");
    String path = ASSESSMENTS + "/" + awarded(enterprise);

    as(Tokens.automaker(enterprise)).body("{}").post(path + "/confirmation").then().statusCode(200);
  }
}
