package org.carbonpublicity.disclosure.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.FactorSetDocument;
import org.carbonpublicity.disclosure.fixture.Json;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.fixture.SmallSteps;
import org.carbonpublicity.disclosure.footprint.FactorSets;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallSteps.class)
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PreviewTest {

  private static final String PATH = "/api/v1/factor-set-previews";

  @Inject Platform platform;
  @Inject Database database;
  @Inject FactorSets factorSets;

  private String set;
  private String gasolineMaker;
  private String batteryMaker;

  /** 40 gasoline and 20 battery models, 3 with a footprint made elsewhere, 2 that no one sees. */
  @BeforeEach
  void publish() {
    int batch = platform.draft();
    set = "preview-" + batch;
    gasolineMaker = platform.enterprise("Gasoline " + batch);
    batteryMaker = platform.enterprise("Battery " + batch);
    List<String> rows = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      rows.add(Platform.gasoline(gasolineMaker, "PV-" + batch + "-G" + n, 4 + n / 10.0));
    }
    for (int n = 0; n < 20; n++) {
      rows.add(battery("PV-" + batch + "-B" + n, 10 + n / 10.0, ""));
    }
    for (int n = 0; n < 3; n++) {
      rows.add(battery("PV-" + batch + "-I" + n, 12, "150.5"));
    }
    Collections.shuffle(rows, new java.util.Random(1));
    platform.importCsv(batch, "", Platform.form(rows.toArray(String[]::new))).statusCode(201);
    platform.publish(batch);
    int unpublished = platform.draft();
    platform
        .importCsv(unpublished, "", Platform.form(battery("PV-" + unpublished + "-X", 12, "")))
        .statusCode(201);
    draft(set, FactorSetDocument.of("2024-06-01").with("grid", cleaner()));
  }

  @Test
  void tellsHowManyModelsChangeAndByHowMuch() {
    JsonNode preview = completed(request(set).statusCode(202).extract().path("id"));

    assertThat(preview.get("progressPercent").decimalValue()).isEqualByComparingTo("100");
    assertThat(preview.get("publishedModels").asLong())
        .isEqualTo(
            preview.get("recalculatedModels").asLong()
                + preview.get("notRecalculableModels").asLong());
    assertThat(preview.get("notRecalculableModels").asLong()).isGreaterThanOrEqualTo(3);
    JsonNode mine = change(preview, "enterprises", batteryMaker);
    assertThat(mine.get("models").asLong()).isEqualTo(20);
    assertThat(mine.get("changed").asLong()).isEqualTo(20);
    // 10.0 to 11.9 kWh/100 km, each worth 10 · 0.1 g/km.
    assertThat(mine.get("minGramsPerKm").decimalValue()).isEqualByComparingTo("-11.9");
    assertThat(mine.get("maxGramsPerKm").decimalValue()).isEqualByComparingTo("-10");
    assertThat(mine.get("meanGramsPerKm").doubleValue()).isCloseTo(-10.95, within(1e-9));
    assertThat(mine.get("p50GramsPerKm").decimalValue()).isEqualByComparingTo("-11.0");
    JsonNode others = change(preview, "enterprises", gasolineMaker);
    assertThat(others.get("models").asLong()).isEqualTo(40);
    assertThat(others.get("changed").asLong()).isZero();
    JsonNode all = preview.at("/result/all");
    assertThat(all.get("models").asLong()).isEqualTo(preview.get("recalculatedModels").asLong());
    assertThat(
            change(preview, "powertrains", "BEV").get("models").asLong()
                + change(preview, "powertrains", "GASOLINE").get("models").asLong())
        .isEqualTo(all.get("models").asLong());
    // Nothing of it is published or kept.
    assertThat(database.count("select count(*) from factor_set_preview_change")).isZero();
    assertThat(database.count("select count(*) from footprint_revision where factor_set = ?", set))
        .isZero();
  }

  /**
   * A step that breaks off, as in a crash, is taken again: three times in the middle of the
   * population, the database refuses what the step would commit.
   */
  @Test
  void goesOnWhereAStepBrokeOffAndDoublesNothing() {
    JsonNode undisturbed = completed(request(set).extract().path("id"));
    database.update("create sequence broken_steps");
    database.update(
        "create function break_off() returns trigger language plpgsql as $$ begin if new.models >"
            + " 20 and nextval('broken_steps') <= 3 then raise exception 'broken off'; end if;"
            + " return new; end $$");
    database.update(
        "create trigger break_off before update of cursor on factor_set_preview for each row"
            + " execute function break_off()");
    try {
      JsonNode disturbed = completed(request(set).extract().path("id"));

      assertThat(database.count("select last_value from broken_steps")).isGreaterThan(3);
      assertThat(disturbed.get("result")).isEqualTo(undisturbed.get("result"));
      assertThat(disturbed.get("recalculatedModels"))
          .isEqualTo(undisturbed.get("recalculatedModels"));
    } finally {
      database.update("drop trigger break_off on factor_set_preview");
      database.update("drop function break_off");
      database.update("drop sequence broken_steps");
    }
  }

  @Test
  void isGivenUpWhenAStepAlwaysFails() {
    database.update(
        "create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no"
            + " step'; end $$");
    database.update(
        "create trigger refuse before update of cursor on factor_set_preview for each row execute"
            + " function refuse()");
    try {
      String id = request(set).extract().path("id");

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> get(id).body("state", equalTo("FAILED")));
      assertThat(Json.of(get(id)).get("failure").asText()).contains("no step");
    } finally {
      database.update("drop trigger refuse on factor_set_preview");
      database.update("drop function refuse");
    }
    completed(request(set).extract().path("id"));
  }

  @Test
  void calculatesWithTheDraftAsItWasWhenAskedFor() {
    String id = request(set).extract().path("id");
    draft(set, FactorSetDocument.of("2024-06-01").with("grid", "9"));

    assertThat(
            change(completed(id), "enterprises", batteryMaker).get("minGramsPerKm").decimalValue())
        .isEqualByComparingTo("-11.9");
  }

  @Test
  void countsModelsThatTheSetMakesImplausible() {
    draft(set, FactorSetDocument.of("2024-06-01").with("batteryMass.LFP", "40"));

    JsonNode preview = completed(request(set).extract().path("id"));

    assertThat(preview.get("implausibleModels").asLong()).isGreaterThanOrEqualTo(20);
    assertThat(change(preview, "enterprises", gasolineMaker).get("models").asLong()).isEqualTo(40);
  }

  @Test
  void isAskedForOnceByAKeyAndOnlyByAnalysts() {
    Map<String, String> ids = new HashMap<>();
    for (int time = 1; time <= 2; time++) {
      String id =
          post(Platform.analyst().header("Idempotency-Key", "key-" + set), set)
              .statusCode(202)
              .extract()
              .path("id");
      ids.put(id, set);
    }
    assertThat(ids).hasSize(1);
    completed(ids.keySet().iterator().next());

    post(Platform.analyst(), set).header("Location", startsWith(PATH + "/"));
    post(Platform.analyst(), "none")
        .statusCode(422)
        .body("errors[0].code", equalTo("unknown-factor-set"));
    post(Platform.analyst(), "half \ud800").statusCode(422);
    post(given(), set).statusCode(401);
    post(given().auth().oauth2(Tokens.member()), set).statusCode(403);
    get("4711").statusCode(404).body("type", equalTo("/problems/unknown-preview"));
    get("0-0-0-0-0").statusCode(404);
  }

  /** 0.1 kg/kWh less than the set in force, whichever it is. */
  private String cleaner() {
    return factorSets.active().factors().stream()
        .filter(factor -> factor.name().equals("grid"))
        .map(factor -> factor.value().subtract(new BigDecimal("0.1")).toPlainString())
        .findFirst()
        .orElseThrow();
  }

  private String battery(String code, double electricity, String footprint) {
    return "%s,,B,DOMESTIC,S,%s,N,BEV,SUV,B,1901,,%s,60,LFP,,,Y,%s"
        .formatted(batteryMaker, code, BigDecimal.valueOf(electricity), footprint);
  }

  private static void draft(String id, FactorSetDocument document) {
    Platform.analyst()
        .contentType("application/json")
        .body(document.toString())
        .put("/api/v1/factor-sets/" + id)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse request(String set) {
    return post(Platform.analyst(), set);
  }

  private static ValidatableResponse post(RequestSpecification who, String set) {
    return who.contentType("application/json").body(Map.of("factorSet", set)).post(PATH).then();
  }

  private static ValidatableResponse get(String id) {
    return Platform.analyst().get(PATH + "/" + id).then();
  }

  private static JsonNode completed(String id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> get(id).statusCode(200).body("state", equalTo("COMPLETED")));
    return Json.of(get(id));
  }

  private static JsonNode change(JsonNode preview, String group, String key) {
    for (JsonNode change : preview.at("/result/" + group)) {
      if (change.get("key").asText().equals(key)) {
        return change;
      }
    }
    throw new AssertionError("no " + key + " in " + group);
  }
}
