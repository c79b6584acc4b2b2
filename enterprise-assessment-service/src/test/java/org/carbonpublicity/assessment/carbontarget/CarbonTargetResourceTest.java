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

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class CarbonTargetResourceTest {

  private static final Path EVENTS = Path.of("src/main/resources/events");

  @Inject Platform platform;
  @Inject AdjustableClock clock;
  @Inject BarredExperts barred;

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
  void theEnterpriseReadsWhyItsTargetWasReturnedAndSubmitsAnew() {
    String enterprise = platform.enterprise("Second Motors");
    String own = Tokens.automaker(enterprise);
    String id = targets.submitted(enterprise);
    targets.vote(Tokens.assessor(), id, "REJECT").statusCode(200);
    targets.vote(Tokens.analyst(), id, "REJECT").statusCode(200);

    targets
        .read(own, id)
        .body("state", equalTo("COMMITTED"))
        .body("round", equalTo(1))
        .body("panel.experts.reason", containsInAnyOrder("REJECT it is", "REJECT it is", null));
    as(own)
        .get(TARGETS + "/" + id + "/history")
        .then()
        .body("items.fact", contains("COMMITTED", "DEFINED", "SUBMITTED", "RETURNED"));

    targets
        .define(
            own,
            id,
            targets.definition(", \"checkpoints\": [%d]".formatted(targets.thisYear() + 5)))
        .statusCode(200);
    targets.submit(own, id).statusCode(200).body("round", equalTo(2));
    // The votes of the round before count no more.
    targets.panel(id, "\"assessor\", \"analyst\", \"member\"").statusCode(200);
    targets.vote(Tokens.member(), id, "APPROVE").body("state", equalTo("SUBMITTED"));
    targets.vote(Tokens.analyst(), id, "APPROVE").body("state", equalTo("VALIDATED"));
    assertThat(
            platform.number(
                "select count(*) from carbon_target_expert where target = '" + id + "'"))
        .isEqualTo(6);
    assertThat(
            platform.number(
                "select count(*) from carbon_target_definition where target = '" + id + "'"))
        .isEqualTo(2);
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
    assertThat(read + history).doesNotContain("professor", "APPROVE it is", "5c0f7e61");
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
  void aPanelHasItsSizeAndNoOneWithAConflict() {
    String enterprise = platform.enterprise("Judged Motors");
    String id = targets.submitted(enterprise);
    barred.bar("cousin", enterprise);

    targets
        .panel(id, "\"cousin\", \"cousin\"")
        .statusCode(422)
        .body(
            "errors.code",
            containsInAnyOrder("count", "repeated", "expert-barred", "expert-barred"));
    targets.vote(Tokens.analyst(), id, "ABSTAIN").statusCode(200);
    targets
        .panel(id, "\"assessor\", \"member\", \"professor\"")
        .statusCode(422)
        .body("errors.code", contains("expert-has-voted"));
    targets.panel(id, "\"analyst\", \"member\", \"professor\"").statusCode(200);
    targets
        .vote(Tokens.assessor(), id, "APPROVE")
        .statusCode(403)
        .body("type", equalTo("/problems/not-on-panel"));
    // The conflict came to light later.
    barred.bar("member", enterprise);
    targets
        .vote(Tokens.member(), id, "APPROVE")
        .statusCode(403)
        .body("type", equalTo("/problems/expert-barred"));
  }

  @Test
  void isDecidedOnceHoweverManyVoteAtOneMoment() throws Exception {
    String enterprise = platform.enterprise("Crowded Motors");
    String id = targets.submitted(enterprise);
    List<Callable<Integer>> votes = new ArrayList<>();
    for (String token : List.of(Tokens.assessor(), Tokens.analyst())) {
      for (int i = 0; i < 3; i++) {
        votes.add(() -> targets.vote(token, id, "APPROVE").extract().statusCode());
      }
    }
    ExecutorService clients = Executors.newFixedThreadPool(votes.size());
    try {
      for (var status : clients.invokeAll(votes)) {
        assertThat(status.get()).isIn(200, 409);
      }
    } finally {
      clients.shutdown();
    }

    assertThat(platform.told(Topics.TARGETS, id))
        .extracting(event -> Platform.parse(event.json()).get("fact").asText())
        .containsExactly("COMMITTED", "SUBMITTED", "VALIDATED");
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

  @Test
  void aTargetKeepsTheVersionOfThePathwayItWasDefinedWith() {
    String enterprise = platform.enterprise("Converging Motors");
    String own = Tokens.automaker(enterprise);
    int year = targets.thisYear();
    String pathway = TARGETS + "/pathways/cars-" + enterprise.toLowerCase(java.util.Locale.ROOT);
    String body =
        """
        {"title": "Cars", "unit": "GCO2E_PER_KM", "activityUnit": "vehicle-km",
         "ambition": "WELL_BELOW_2", "source": "worked by hand",
         "points": [{"year": 2020, "intensity": 200, "activity": 1000},
                    {"year": 2050, "intensity": %s, "activity": 1000}]}""";
    as(own).body(body.formatted(50)).put(pathway).then().statusCode(403);
    for (int i = 0; i < 2; i++) {
      as(Tokens.assessor())
          .body(body.formatted(50))
          .put(pathway)
          .then()
          .statusCode(200)
          .body("version", equalTo(1));
    }
    String id =
        as(own)
            .body(
                """
                {"enterprise": "%s", "scope": "PRODUCT",
                 "boundary": {"description": "All cars", "functionalUnit": "vehicle-km"}}"""
                    .formatted(enterprise))
            .post(TARGETS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    // At constant activity: from 250 down to 50 by equal steps, as the sector does.
    targets
        .define(
            own,
            id,
            """
            {"baseline": {"year": %d, "value": 250, "unit": "GCO2E_PER_KM"},
             "targetYear": 2050, "model": "INTENSITY_CONVERGENCE", "pathway": "%s",
             "activity": [{"year": %d, "value": 7}, {"year": 2050, "value": 7}]}"""
                .formatted(year - 1, pathway.substring(pathway.lastIndexOf('/') + 1), year - 1))
        .statusCode(200)
        .body("target.pathwayVersion", equalTo(1))
        .body("target.ambition", equalTo("WELL_BELOW_2"))
        .body("target.targetValue", equalTo(50));

    as(Tokens.assessor())
        .body(body.formatted(40))
        .put(pathway)
        .then()
        .statusCode(200)
        .body("version", equalTo(2));

    targets.read(own, id).body("target.targetValue", equalTo(50));
    as(null).get(pathway).then().statusCode(200).body("version", equalTo(2));
    as(null)
        .queryParam("version", 1)
        .get(pathway)
        .then()
        .statusCode(200)
        .body("points.intensity", contains(200, 50));
    as(null).queryParam("version", 3).get(pathway).then().statusCode(404);
    as(Tokens.assessor())
        .body(body.formatted(-1).replace("2020", "2051"))
        .put(pathway)
        .then()
        .statusCode(422)
        .body("errors.field", contains("points[0].year", "points[1].year", "points[1].intensity"));
    as(null)
        .get(TARGETS + "/pathways")
        .then()
        .statusCode(200)
        .body("items.find { it.id == 'passenger-cars-illustrative' }.illustrative", equalTo(true));
  }

  @Test
  void whatIsToldKeepsToItsSchema() throws IOException {
    String enterprise = platform.enterprise("Telling Motors");
    String id = targets.published(enterprise);
    String sample = Files.readString(EVENTS.resolve("target-changed.v1.json"));

    List<SentEvent> told = platform.told(Topics.TARGETS, id);

    assertThat(faults(sample)).isEmpty();
    assertThat(faults(sample.replace("\"ON_TRACK\"", "\"LOST\""))).isNotEmpty();
    assertThat(told)
        .allSatisfy(
            event -> {
              assertThat(event.type()).isEqualTo("target-changed.v1");
              assertThat(faults(event.json())).isEmpty();
            });
    assertThat(fields(told.get(3).json())).isEqualTo(fields(sample));
    JsonNode validated = Platform.parse(told.get(2).json());
    assertThat(validated.get("published").asBoolean()).isFalse();
    assertThat(validated.has("path")).isFalse();
    assertThat(validated.get("checkpoints")).isEmpty();
  }

  private static List<String> faults(String json) throws IOException {
    SchemaValidatorsConfig strict =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(Files.readString(EVENTS.resolve("target-changed.v1.schema.json")), strict)
        .validate(Platform.parse(json))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
