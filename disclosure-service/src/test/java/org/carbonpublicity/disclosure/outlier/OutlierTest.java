package org.carbonpublicity.disclosure.outlier;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class OutlierTest {

  @Inject Platform platform;

  private int batch;
  private String mine;
  private String other;

  /** Two enterprises; one electric model of the first was given in Wh/km. */
  @BeforeEach
  void batchWithASlip() {
    batch = platform.draft();
    mine = platform.enterprise("Outlying " + batch);
    other = platform.enterprise("Inlying " + batch);
    platform
        .importCsv(
            batch,
            "",
            Platform.form(electric(mine, "S-" + batch, 62.5), electric(other, "T-" + batch, 13)))
        .statusCode(201);
    awaitScan();
  }

  @Test
  void showsAnalystsWhatStandsOutWithItsEvidence() {
    list(Platform.analyst(), "?rule=unit-slip")
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].modelCode", equalTo("S-" + batch))
        .body("items[0].state", equalTo("OPEN"))
        .body("items[0].revision", equalTo(1))
        .body("items[0].evidence.unitSuspected", equalTo("Wh/km"))
        .body("items[0].evidence.given", equalTo(62.5f))
        .body("items[0].evidence.valueInThatUnit", equalTo(6.25f));
    list(Platform.analyst(), "?rule=wrong")
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-value"));
    list(Platform.analyst(), "?state=open").statusCode(400);
  }

  @Test
  void asksTheAutomakerAndTakesItsAnswerAndItsCorrection() {
    review();
    String id = id();
    list(Platform.automaker(mine), "").statusCode(200).body("items", hasSize(0));
    say(Platform.automaker(mine), id, "answer", "text", "early").statusCode(404);

    say(Platform.analyst(), id, "question", "text", "Is this in Wh/km?")
        .statusCode(200)
        .body("state", equalTo("QUESTIONED"));
    list(Platform.automaker(mine), "")
        .body("items", hasSize(1))
        .body("items[0].remarks[0].text", equalTo("Is this in Wh/km?"))
        .body("items[0].remarks[0].actor", nullValue())
        .body("open", nullValue());
    list(Platform.automaker(other), "").body("items", hasSize(0));
    say(Platform.automaker(other), id, "answer", "text", "not mine").statusCode(404);
    say(Platform.analyst(), id, "question", "text", "again?")
        .statusCode(409)
        .body(
            "detail",
            equalTo(
                "question is not possible: the outlier is QUESTIONED; allowed: acceptance, answer"))
        .body("allowed", equalTo(List.of("acceptance", "answer")));

    say(Platform.automaker(mine), id, "answer", "text", "Yes, it is 12.5 kWh")
        .statusCode(200)
        .body("state", equalTo("ANSWERED"))
        .body("remarks", hasSize(2));
    correct(12.5);
    awaitScan();
    list(Platform.analyst(), "?rule=unit-slip").body("items[0].state", equalTo("RESOLVED"));
    list(Platform.analyst(), "?rule=large-change")
        .body("items", hasSize(1))
        .body("items[0].evidence.preliminaryGramsPerKm", notNullValue());
  }

  @Test
  void opensAgainWhenTheCorrectionStillStandsOut() {
    review();
    String id = id();
    say(Platform.analyst(), id, "acceptance", "note", "measured twice").statusCode(200);
    correct(70);
    awaitScan();

    list(Platform.analyst(), "?rule=unit-slip")
        .body("items[0].id", equalTo(id))
        .body("items[0].state", equalTo("OPEN"))
        .body("items[0].revision", equalTo(2))
        .body("items[0].remarks", hasSize(1))
        .body("items[0].evidence.given", equalTo(70.0f));
  }

  /** An automaker corrects first and answers then, as the form is at hand. */
  @Test
  void keepsAQuestionWhenACorrectionStillStandsOut() {
    review();
    String id = id();
    say(Platform.analyst(), id, "question", "text", "Is this in Wh/km?").statusCode(200);
    correct(70);
    awaitScan();

    list(Platform.automaker(mine), "?rule=unit-slip")
        .body("items[0].state", equalTo("QUESTIONED"))
        .body("items[0].revision", equalTo(2));
    say(Platform.automaker(mine), id, "answer", "text", "No").statusCode(200);
  }

  @Test
  void acceptsWithANoteAndThenNothingMore() {
    String id = id();
    say(Platform.analyst(), id, "acceptance", "note", " ")
        .statusCode(422)
        .body("errors[0].field", equalTo("note"));
    say(Platform.analyst(), id, "acceptance", "note", "a record car")
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("remarks[0].actor", equalTo("analyst"));
    say(Platform.analyst(), id, "question", "text", "really?")
        .statusCode(409)
        .body("type", equalTo("/problems/outlier-state"))
        .body(
            "detail",
            equalTo("question is not possible: the outlier is ACCEPTED; allowed: nothing"));
    Platform.analyst()
        .get(
            "/api/v1/operations/disclosure/audit-entries?action=outlier-accepted&subject=vehicle-model/S-"
                + batch)
        .then()
        .body("items", hasSize(1))
        .body("items[0].details.text", equalTo("a record car"));
  }

  @Test
  void doesNotHinderPublicationButTells() {
    list(Platform.analyst(), "").body("open", equalTo(1));
    platform.publish(batch);
    list(Platform.analyst(), "").body("open", equalTo(1));
  }

  @Test
  void pagesByModelAndRule() {
    review();
    correct(70);
    awaitScan();
    correct(20);
    awaitScan();

    ValidatableResponse first = list(Platform.analyst(), "?limit=1").body("items", hasSize(1));
    String link = first.extract().header("Link");
    String next = link.substring(link.indexOf('/'), link.indexOf('>'));
    Platform.analyst()
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].rule", equalTo("unit-slip"));
  }

  @Test
  void hidesDraftsFromAutomakersAndAllFromOthers() {
    String id = id();
    say(Platform.analyst(), id, "question", "text", "Is this in Wh/km?").statusCode(200);
    list(Platform.automaker(mine), "").statusCode(404);
    say(Platform.automaker(mine), id, "answer", "text", "yes").statusCode(404);
    review();
    say(Platform.automaker(mine), id, "acceptance", "note", "fine").statusCode(403);
    say(Platform.automaker(mine), id, "question", "text", "why?").statusCode(403);
    list(given(), "").statusCode(401);
    list(given().auth().oauth2(Tokens.member()), "").statusCode(403);
    list(given().auth().oauth2(Tokens.assessor()), "").statusCode(403);
    say(Platform.analyst(), "no-id", "acceptance", "note", "x").statusCode(404);
  }

  private String id() {
    return list(Platform.analyst(), "?rule=unit-slip").extract().path("items[0].id");
  }

  private void review() {
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
  }

  private void awaitScan() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                list(Platform.analyst(), "")
                    .body("scanPending", equalTo(false))
                    .body("scannedAt", notNullValue()));
  }

  private void correct(double electricity) {
    String form =
        Platform.form(electric(mine, "S-" + batch, electricity)).replaceAll(",[^,\n]*(?=\n)", "");
    platform
        .upload(
            Platform.automaker(mine),
            "/api/v1/batches/" + batch + "/feedback-forms",
            Platform.CSV,
            Platform.bytes(form))
        .statusCode(201);
  }

  private ValidatableResponse list(RequestSpecification who, String query) {
    return who.get("/api/v1/batches/" + batch + "/outliers" + query).then();
  }

  private ValidatableResponse say(
      RequestSpecification who, String id, String what, String field, String text) {
    return who.contentType("application/json")
        .body(Map.of(field, text))
        .post("/api/v1/batches/" + batch + "/outliers/" + id + "/" + what)
        .then();
  }

  private static String electric(String enterprise, String code, double electricity) {
    return "%s,,Brand,DOMESTIC,Series,%s,Name %s,BEV,SEDAN,A,1600,,%s,50,LFP,99900,2024-05,Y,"
        .formatted(enterprise, code, code, electricity);
  }
}
