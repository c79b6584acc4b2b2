package org.carbonpublicity.assessment.result;

import static io.restassured.RestAssured.given;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ExplanationResourceTest {

  @Inject Platform platform;

  @Test
  void saysWhichRuleBoundAndWhatTheNextStarTakes() {
    String enterprise = platform.enterprise("解释汽车");
    String id = platform.awarded(enterprise, Answers.meeting(10, 10)).get("id").asText();
    String path = "/api/v1/assessments/" + id + "/explanation";

    as(Tokens.automaker(enterprise))
        .get(path)
        .then()
        .statusCode(200)
        .body("stars", equalTo(4))
        .body("boundBy", equalTo("MANDATORY_RATIO"))
        .body("text", equalTo("133 points, but 10 of 15 mandatory items: 67 % < 80 %"))
        .body("next.stars", equalTo(5))
        .body("next.items", equalTo(2))
        .body("next.mixes[0].mandatory", equalTo(2))
        .body("next.sets", hasSize(10))
        .body("next.sets[0]", contains("ME2", "ME3"))
        .body("next.complete", equalTo(true));
    as(Tokens.assessor())
        .header("Accept-Language", "zh-CN")
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Language", "zh")
        .body("text", equalTo("133 分，但必选条目达成 10/15：67 % < 80 %"));

    given().get(path).then().statusCode(401);
    as(Tokens.automaker("T-other")).get(path).then().statusCode(403);
    as(Tokens.member()).get(path).then().statusCode(403);
    as(Tokens.analyst()).get(path).then().statusCode(403);
    as(Tokens.assessor()).get("/api/v1/assessments/none/explanation").then().statusCode(404);
  }

  @Test
  void hasNoNextStarAboveTheMost() {
    String enterprise = platform.enterprise("满星汽车");
    String id = platform.awarded(enterprise, Answers.meeting(15, 11)).get("id").asText();
    as(Tokens.automaker(enterprise))
        .get("/api/v1/assessments/" + id + "/explanation")
        .then()
        .statusCode(200)
        .body("stars", equalTo(5))
        .body("next", nullValue());
  }
}
