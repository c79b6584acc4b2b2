package org.carbonpublicity.assessment.survey;

import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.carbonpublicity.assessment.evidence.SampleFiles;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.SmallGuideline;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evidence at the answers of a survey: who may name it, who reads it, and that it stays. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SurveyEvidenceTest {

  private static final String DELEGATE = Tokens.automaker("T-delegate");

  @Inject Platform platform;
  @Inject AdjustableClock clock;

  private String enterprise;
  private String survey;

  @BeforeEach
  void beginSurvey() {
    String guideline = SmallGuideline.publish();
    enterprise = platform.enterprise("证据汽车");
    String id =
        as(Tokens.automaker(enterprise))
            .body(
                "{\"guideline\": \"%s\", \"enterprise\": \"%s\"}".formatted(guideline, enterprise))
            .post("/api/v1/surveys")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    survey = "/api/v1/surveys/" + id;
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  void onlyTheEnterprisesOwnFilesAreNamed() {
    String other = platform.enterprise("别家汽车");
    String foreign = Platform.evidence(other, "foreign " + other);
    save("B3", foreign)
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-evidence"))
        .body("errors.code", contains("unknown-evidence"));
    save("B3", "3f2c8f0e-6e52-4a52-9a5c-0d8f7a1b2c3d").statusCode(422);
    String own = Platform.evidence(enterprise, "own " + enterprise);
    save("B3", own).statusCode(200);
    as(Tokens.automaker(enterprise))
        .get(survey)
        .then()
        .body("answers[0].answer.files", contains(own));
  }

  @Test
  void aFileStaysWhileAnAnswerNamesIt() {
    String file = Platform.evidence(enterprise, "stays " + enterprise);
    save("A1", file).statusCode(200);
    delete(file).statusCode(409);
    as(Tokens.automaker(enterprise)).delete(survey + "/answers/A1").then().statusCode(204);
    delete(file).statusCode(204);
  }

  @Test
  void aSubmittedFileStaysForEver() {
    String file = Platform.evidence(enterprise, "submitted " + enterprise);
    save("A1", file).statusCode(200);
    for (String answer :
        List.of(
            "A2 {\"number\": 60}",
            "B1 {\"date\": \"2024-02-29\"}",
            "B2 {\"choice\": \"BODY\"}",
            "B3 {\"met\": false}")) {
      as(Tokens.automaker(enterprise))
          .body(answer.substring(3))
          .put(survey + "/answers/" + answer.substring(0, 2))
          .then()
          .statusCode(200);
    }
    as(Tokens.automaker(enterprise)).post(survey + "/submission").then().statusCode(202);
    as(Tokens.automaker(enterprise)).delete(survey + "/answers/A1").then().statusCode(204);
    delete(file).statusCode(409);
    as(Tokens.assessor()).get("/api/v1/evidence/" + file).then().statusCode(200);
  }

  @Test
  void aDelegateReadsWhatIsAtHisItemsAndWhatHeAddedWhileItIsDelegated() {
    String atItem = Platform.evidence(enterprise, "at item " + enterprise);
    String elsewhere = Platform.evidence(enterprise, "elsewhere " + enterprise);
    save("B3", atItem).statusCode(200);
    save("A1", elsewhere).statusCode(200);
    read(atItem).statusCode(404);
    add("before").statusCode(403);
    as(Tokens.automaker(enterprise))
        .body(
            "{\"subject\": \"automaker.T-delegate\", \"items\": [\"B3\"], \"until\": \"%s\"}"
                .formatted(clock.instant().plus(Duration.ofHours(1))))
        .post(survey + "/delegations")
        .then()
        .statusCode(201);

    read(atItem).statusCode(200);
    read(elsewhere).statusCode(404);
    String added = add("while").statusCode(201).extract().path("id");
    read(added).statusCode(200);
    as(DELEGATE)
        .body("{\"met\": true, \"files\": [\"%s\"]}".formatted(added))
        .put(survey + "/answers/B3")
        .then()
        .statusCode(200);
    as(DELEGATE).get("/api/v1/evidence?enterprise=" + enterprise).then().statusCode(403);

    clock.advance(Duration.ofHours(1));
    read(added).statusCode(404);
    read(atItem).statusCode(404);
    add("after").statusCode(403);
  }

  @Test
  void anAssessorInConflictReadsNoneOfIt() {
    String file = Platform.evidence(enterprise, "conflict " + enterprise);
    as(Tokens.assessor()).get("/api/v1/evidence/" + file).then().statusCode(200);
    as(Tokens.assessor())
        .body(
            "{\"assessor\": \"assessor\", \"enterprise\": \"%s\", \"reason\": \"a former employer\"}"
                .formatted(enterprise))
        .post("/api/v1/reviews/conflicts")
        .then()
        .statusCode(201);
    as(Tokens.assessor()).get("/api/v1/evidence/" + file).then().statusCode(404);
    as(Tokens.assessor()).get("/api/v1/evidence/" + file + "/content").then().statusCode(404);
  }

  private ValidatableResponse save(String item, String file) {
    return as(Tokens.automaker(enterprise))
        .body("{\"met\": true, \"files\": [\"%s\"]}".formatted(file))
        .put(survey + "/answers/" + item)
        .then();
  }

  private ValidatableResponse read(String file) {
    return as(DELEGATE).accept("*/*").get("/api/v1/evidence/" + file + "/content").then();
  }

  private ValidatableResponse delete(String file) {
    return as(Tokens.automaker(enterprise)).delete("/api/v1/evidence/" + file).then();
  }

  private ValidatableResponse add(String text) {
    return as(DELEGATE)
        .contentType("application/pdf")
        .queryParam("enterprise", enterprise)
        .queryParam("fileName", "a.pdf")
        .body(SampleFiles.pdf(text + " " + enterprise))
        .post("/api/v1/evidence")
        .then();
  }
}
