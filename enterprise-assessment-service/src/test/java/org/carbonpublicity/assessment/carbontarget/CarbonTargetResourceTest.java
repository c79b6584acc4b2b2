package org.carbonpublicity.assessment.carbontarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carbonpublicity.assessment.carbontarget.TargetClient.TARGETS;
import static org.carbonpublicity.assessment.fixture.Platform.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class CarbonTargetResourceTest {

  @Inject Platform platform;
  @Inject AdjustableClock clock;

  private TargetClient targets;

  @BeforeEach
  void client() {
    targets = new TargetClient(clock);
  }

  private static Set<String> fields(String json) {
    Set<String> names = new TreeSet<>();
    Platform.parse(json).fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void goesFromCommitmentToPublication() {
    String enterprise = platform.enterprise("Straight Motors");
    String own = Tokens.automaker(enterprise);
    int year = targets.thisYear();

    String id = targets.defined(enterprise);
    targets
        .read(own, id)
        .header("ETag", notNullValue())
        .body("state", equalTo("COMMITTED"))
        .body("enterpriseName", equalTo("Straight Motors"))
        .body("allowed", contains("target", "submission", "withdrawal"))
        .body("target.targetValue", equalTo(650))
        .body("target.unitSymbol", equalTo("tCO2e"));
    as(own)
        .get(TARGETS + "/" + id + "/path")
        .then()
        .statusCode(200)
        .body("unit", equalTo("tCO2e"))
        .body("points.year[0]", equalTo(year - 2))
        .body("points.allowedValue", contains(1000, 950, 900, 850, 800, 750, 700, 650));

    targets.submit(own, id).statusCode(200).body("panel", nullValue());
    targets.panel(id, "\"assessor\", \"analyst\", \"member\"").statusCode(200);
    targets.vote(Tokens.analyst(), id, "REJECT").statusCode(200);
    // Who votes may change their mind until it is decided.
    targets.vote(Tokens.analyst(), id, "APPROVE").statusCode(200);
    targets.read(own, id).body("state", equalTo("SUBMITTED")).body("panel", nullValue());
    targets
        .vote(Tokens.member(), id, "APPROVE")
        .statusCode(200)
        .body("state", equalTo("VALIDATED"));
    targets.vote(Tokens.assessor(), id, "REJECT").statusCode(409);
    targets
        .read(own, id)
        .body("panel.experts.subject", contains(nullValue(), nullValue(), nullValue()))
        .body("panel.experts.reason", containsInAnyOrder(null, "APPROVE it is", "APPROVE it is"));
    targets.publish(Tokens.assessor(), id).statusCode(200).body("state", equalTo("PUBLISHED"));
    as(Tokens.assessor())
        .get(TARGETS + "/" + id + "/history")
        .then()
        .body(
            "items.fact",
            contains(
                "COMMITTED",
                "DEFINED",
                "SUBMITTED",
                "PANEL_NAMED",
                "VOTED",
                "VOTED",
                "VOTED",
                "VALIDATED",
                "PUBLISHED"))
        .body("items.actor[4]", equalTo("analyst"))
        .body("items.detail[4]", equalTo("REJECT: REJECT it is"));
    // The audit trail knows each of the nine deeds, too.
    assertThat(
            platform.number(
                "select count(*) from audit_entry where subject = 'carbon-target/" + id + "'"))
        .isEqualTo(9);
  }

  @Test
  void thePublicReadsNothingButWhatIsPublic() {
    String enterprise = platform.enterprise("Open Motors");
    String id = targets.published(enterprise);

    String read = targets.read(null, id).statusCode(200).extract().asString();

    assertThat(fields(read))
        .containsExactlyInAnyOrder(
            "id",
            "enterprise",
            "enterpriseName",
            "scope",
            "boundary",
            "state",
            "committedAt",
            "submissionDueOn",
            "submittedAt",
            "validatedAt",
            "publishedAt",
            "target",
            "checkpoints");
    assertThat(fields(Platform.parse(read).get("target").toString()))
        .containsExactlyInAnyOrder(
            "model",
            "ambition",
            "baseYear",
            "baseValue",
            "unit",
            "unitSymbol",
            "targetYear",
            "targetValue",
            "annualReductionPercent");
    String history = as(null).get(TARGETS + "/" + id + "/history").then().extract().asString();
    assertThat(Platform.parse(history).get("items"))
        .allSatisfy(
            entry ->
                assertThat(fields(entry.toString()))
                    .containsExactlyInAnyOrder("fact", "state", "at"))
        .extracting(entry -> entry.get("fact").asText())
        .containsExactly("COMMITTED", "SUBMITTED", "VALIDATED", "PUBLISHED");
    assertThat(read + history)
        .doesNotContain("professor", "APPROVE it is", targets.evidence(enterprise));
  }

  @Test
  void listsWhatTheCallerMaySeePageByPage() {
    String enterprise = platform.enterprise("Listed Motors");
    String published = targets.published(enterprise);
    String hidden = targets.submitted(enterprise);
    String other = Tokens.automaker("T9999");

    for (String token : new String[] {null, other, Tokens.member()}) {
      as(token)
          .queryParam("enterprise", enterprise)
          .get(TARGETS)
          .then()
          .body("items.id", contains(published));
    }
    // An analyst is on the panel of the second.
    for (String token : new String[] {Tokens.analyst(), Tokens.assessor()}) {
      as(token)
          .queryParam("enterprise", enterprise)
          .get(TARGETS)
          .then()
          .body("items.id", contains(published, hidden));
    }
    String link =
        as(Tokens.automaker(enterprise))
            .queryParam("enterprise", enterprise)
            .queryParam("limit", 1)
            .get(TARGETS)
            .then()
            .body("items.id", contains(published))
            .extract()
            .header("Link");
    String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    as(Tokens.automaker(enterprise))
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .body("items.id", contains(hidden));
    as(null)
        .queryParam("state", "SUBMITTED")
        .queryParam("enterprise", enterprise)
        .get(TARGETS)
        .then()
        .body("items", hasSize(0));
    as(null).queryParam("state", "LOST").get(TARGETS).then().statusCode(400);
    as(null).queryParam("colour", "red").get(TARGETS).then().statusCode(400);
  }

  @Test
  void namesAllThatIsWrong() {
    String enterprise = platform.enterprise("Wrong Motors");
    String own = Tokens.automaker(enterprise);
    as(own)
        .body("{\"enterprise\": \"%s\", \"boundary\": {}}".formatted(enterprise))
        .post(TARGETS)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.field", containsInAnyOrder("scope", "boundary.description"));
    as(Tokens.assessor())
        .body(TargetClient.commitment("NOBODY"))
        .post(TARGETS)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-enterprise"));
    as(own)
        .body(TargetClient.commitment("T9999"))
        .post(TARGETS)
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/foreign-enterprise"));
    String id = targets.committed(enterprise);
    targets.submit(own, id).statusCode(422).body("errors.field", contains("target"));
    targets
        .define(own, id, "{}")
        .statusCode(422)
        .body(
            "errors.field",
            containsInAnyOrder(
                "baseline.year", "baseline.value", "baseline.unit", "targetYear", "model"));
    targets
        .define(own, id, targets.definition("").replace("Percent\": 5", "Percent\": 4.19"))
        .statusCode(422)
        .body("errors.code", contains("below-minimum-ambition"))
        .body(
            "errors.message",
            contains(
                "4.19 % of the baseline per year is less than the 4.2 % that CELSIUS_1_5 takes"));
    targets
        .define(own, id, targets.definition("").replace("1000", "1e999999999"))
        .statusCode(422)
        .body("errors.code", contains("too-long"));
    targets.define(own, id, targets.definition("").replace("TCO2E", "STONES")).statusCode(400);
  }

  @Test
  void aRequestThatComesAgainIsAnsweredWithTheSame() {
    String enterprise = platform.enterprise("Twice Motors");
    String own = Tokens.automaker(enterprise);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ids.add(
          as(own)
              .header("Idempotency-Key", "once-" + enterprise)
              .body(TargetClient.commitment(enterprise))
              .post(TARGETS)
              .then()
              .statusCode(201)
              .extract()
              .path("id"));
    }

    assertThat(ids.get(0)).isEqualTo(ids.get(1));
    assertThat(platform.told(Topics.TARGETS, ids.get(0))).hasSize(1);
  }

  @Test
  void isChangedByWhoReadItLast() {
    String enterprise = platform.enterprise("Tagged Motors");
    String own = Tokens.automaker(enterprise);
    String id = targets.defined(enterprise);
    String tag = targets.read(own, id).extract().header("ETag");
    as(own).header("If-None-Match", tag).get(TARGETS + "/" + id).then().statusCode(304);
    targets.define(own, id, targets.definition("")).statusCode(200);

    as(own).header("If-Match", tag).post(TARGETS + "/" + id + "/submission").then().statusCode(412);
    as(own)
        .header("If-Match", targets.read(own, id).extract().header("ETag"))
        .post(TARGETS + "/" + id + "/submission")
        .then()
        .statusCode(200);
  }
}
