package org.carbonpublicity.assessment.guideline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.SmallGuideline;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class GuidelineEditingTest {

  @Inject Platform platform;

  @Test
  void isWrittenPublishedAndRetired() {
    String id = SmallGuideline.newId();
    String path = "/api/v1/guidelines/" + id;
    as(Tokens.assessor())
        .body(SmallGuideline.body())
        .put(path)
        .then()
        .statusCode(201)
        .body("state", equalTo("DRAFT"))
        .body("activatedAt", nullValue());
    // Nobody but assessors knows of a draft.
    given().get(path).then().statusCode(404);
    as(Tokens.automaker("E1")).get(path).then().statusCode(404);
    given().get("/api/v1/guidelines?limit=1000").then().body("items.id", not(hasItem(id)));
    as(Tokens.assessor()).get("/api/v1/guidelines?limit=1000").then().body("items.id", hasItem(id));
    as(Tokens.assessor())
        .post(path + "/retirement")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/guideline-state"))
        .body("allowed", contains("activation"));

    as(Tokens.assessor())
        .post(path + "/activation")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"));

    given()
        .get(path)
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("items.code", contains("A1", "A2", "B1", "B2", "B3"))
        .body("items[1].question.kind", equalTo("NUMBER"))
        .body("items[1].question.atLeast", equalTo(50))
        .body("items[3].question.choices.code", contains("NONE", "BODY"))
        .body("items[4].points", equalTo(2))
        // Two of four points of the mandatory items.
        .body("items[4].scorePoints", equalTo(50))
        .body("items[4].evidenceRequired", equalTo(true));
    assertThat(platform.told(Topics.GUIDELINES, id)).hasSize(1);
    as(Tokens.assessor())
        .body(SmallGuideline.body())
        .put(path)
        .then()
        .statusCode(409)
        .body("allowed", contains("retirement"));
    as(Tokens.assessor()).delete(path).then().statusCode(409);
    as(Tokens.assessor()).post(path + "/activation").then().statusCode(409);

    as(Tokens.assessor())
        .post(path + "/retirement")
        .then()
        .statusCode(200)
        .body("state", equalTo("RETIRED"));
    given().get(path).then().statusCode(200).body("state", equalTo("RETIRED"));
    as(Tokens.assessor())
        .post(path + "/retirement")
        .then()
        .statusCode(409)
        .body("allowed", empty());
    assertThat(platform.told(Topics.GUIDELINES, id)).hasSize(1);
  }

  @Test
  void twoAuthorsDoNotUndoEachOthersWork() {
    String path = "/api/v1/guidelines/" + SmallGuideline.newId();
    as(Tokens.assessor())
        .header("If-Match", "\"x-1\"")
        .body(SmallGuideline.body())
        .put(path)
        .then()
        .statusCode(412);
    String first =
        as(Tokens.assessor())
            .header("If-None-Match", "*")
            .body(SmallGuideline.body())
            .put(path)
            .then()
            .statusCode(201)
            .extract()
            .header("ETag");
    as(Tokens.assessor())
        .header("If-None-Match", "*")
        .body(SmallGuideline.body())
        .put(path)
        .then()
        .statusCode(412);
    as(Tokens.assessor())
        .header("If-Match", first)
        .body(SmallGuideline.body("Another text", null))
        .put(path)
        .then()
        .statusCode(200);
    as(Tokens.assessor())
        .header("If-Match", first)
        .body(SmallGuideline.body("A third text", null))
        .put(path)
        .then()
        .statusCode(412);
    as(Tokens.assessor())
        .header("If-Match", first)
        .post(path + "/activation")
        .then()
        .statusCode(412);

    as(Tokens.assessor())
        .get(path + "/definition")
        .then()
        .statusCode(200)
        .body("dimensions[0].items[0].text", equalTo("Another text"))
        .body("dimensions[0].items[0].textZh", equalTo("已有方针"));
    as(Tokens.assessor()).delete(path).then().statusCode(204);
    as(Tokens.assessor()).get(path).then().statusCode(404);
  }

  @Test
  void namesEverythingThatIsWrong() {
    String path = "/api/v1/guidelines/" + SmallGuideline.newId();
    as(Tokens.assessor())
        .body(
            """
            {"titleZh": " ", "replaces": "no id",
             "dimensions": [
              {"code": "A", "title": "A", "titleZh": "A", "items": [
                {"code": "A1", "text": "x", "textZh": "x", "points": 0},
                {"code": "A1", "mandatory": false, "text": "x", "textZh": "x",
                 "question": {"kind": "NUMBER"}},
                {"code": "A 3", "mandatory": false, "text": "x", "textZh": "x",
                 "question": {"kind": "CHOICE", "choices": [
                   {"code": "N", "text": "n", "textZh": "n", "meets": false}]}}]},
              {"code": "A", "title": "A", "titleZh": "A", "items": []}],
             "starRules": [{"stars": 2, "scoreFloor": 60}, {"stars": 7}]}""")
        .put(path)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/invalid-guideline"))
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "replaces invalid",
                "title missing",
                "titleZh missing",
                "dimensions[0].items[0].mandatory missing",
                "dimensions[0].items[0].points out-of-range",
                "dimensions[0].items[1].question invalid",
                "dimensions[0].items[1].code duplicate",
                "dimensions[0].items[2].code invalid",
                "dimensions[0].items[2].question invalid",
                "dimensions[1].code duplicate",
                "dimensions[1].items missing",
                "dimensions no-mandatory-item",
                "starRules[1].stars out-of-range"));
    as(Tokens.assessor()).get(path).then().statusCode(404);
    as(Tokens.assessor()).body("{}").put("/api/v1/guidelines/no%20id").then().statusCode(400);
  }

  @Test
  void aTableThatLeavesAResultWithoutStarsIsRefused() {
    as(Tokens.assessor())
        .body(SmallGuideline.body().replace("{\"stars\": 1}", "{\"stars\": 1, \"scoreFloor\": 1}"))
        .put("/api/v1/guidelines/" + SmallGuideline.newId())
        .then()
        .statusCode(422)
        .body("errors.field", contains("starRules"));
  }

  @Test
  void comparesTwoVersions() {
    String before = SmallGuideline.publish();
    String after = SmallGuideline.newId();
    as(Tokens.assessor())
        .body(
            SmallGuideline.body("A policy covers all sites", before)
                .replace("\"code\": \"B3\"", "\"code\": \"B9\"")
                .replace("\"atLeast\": 50", "\"atLeast\": 60")
                .replace("\"scoreFloor\": 90", "\"scoreFloor\": 95"))
        .put("/api/v1/guidelines/" + after)
        .then()
        .statusCode(201);

    as(Tokens.assessor())
        .get("/api/v1/guidelines/" + after + "/comparison")
        .then()
        .statusCode(200)
        .body("before", equalTo(before))
        .body("added", contains("B9"))
        .body("removed", contains("B3"))
        .body("changed.code", contains("A1", "A2"))
        .body("changed[0].fields", contains("text"))
        .body("changed[1].fields", contains("question"))
        .body("starRulesBefore", hasSize(3))
        .body("starRulesAfter[0].scoreFloor", equalTo(95));
    as(Tokens.assessor())
        .queryParam("with", after)
        .get("/api/v1/guidelines/" + after + "/comparison")
        .then()
        .statusCode(200)
        .body("changed", empty())
        .body("starRulesBefore", empty());
    // The later one is a draft: for others there is none.
    given().get("/api/v1/guidelines/" + after + "/comparison").then().statusCode(404);
    given().get("/api/v1/guidelines/cpp-2024/comparison").then().statusCode(400);
  }

  @Test
  void onlyAssessorsWrite() {
    String path = "/api/v1/guidelines/" + SmallGuideline.newId();
    given()
        .contentType("application/json")
        .body(SmallGuideline.body())
        .put(path)
        .then()
        .statusCode(401);
    for (String token : new String[] {Tokens.analyst(), Tokens.member(), Tokens.automaker("E1")}) {
      as(token).body(SmallGuideline.body()).put(path).then().statusCode(403);
      as(token).post(path + "/activation").then().statusCode(403);
      as(token).post(path + "/retirement").then().statusCode(403);
      as(token).delete(path).then().statusCode(403);
    }
    as(Tokens.assessor()).post(path + "/activation").then().statusCode(404);
    as(Tokens.assessor()).delete(path).then().statusCode(404);
  }
}
