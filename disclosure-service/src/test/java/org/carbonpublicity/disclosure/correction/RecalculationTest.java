package org.carbonpublicity.disclosure.correction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonpublicity.disclosure.fixture.Contract;
import org.carbonpublicity.disclosure.fixture.FactorSetDocument;
import org.carbonpublicity.disclosure.fixture.Json;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.fixture.StepByStep;
import org.carbonpublicity.disclosure.footprint.FactorSetActivated;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;

/** The published population follows a factor set that is put in force. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestProfile(StepByStep.class)
class RecalculationTest {

  private static final int MODELS = 8;

  @Inject Platform platform;
  @Inject Database database;
  @Inject Event<FactorSetActivated> activated;
  @Inject RecalculationSteps steps;

  @Test
  void recalculatesWhatWasCalculatedInStepsAndPublishesItOnce() {
    int first = population();
    int batch = activate("dearer-" + first, 2);
    Platform.analyst()
        .get("/api/v1/batches/" + batch)
        .then()
        .body("state", equalTo("PREPARING"))
        .body("correction", equalTo("FACTOR_SET"))
        .body("reason", equalTo("Factor set dearer-" + first + " was put in force"));
    given().get("/api/v1/batches/" + batch).then().statusCode(404);
    Object before = model("R-" + first + "-0").extract().path("footprintGramsPerKm");

    assertThat(steps.next()).isTrue();
    // Nobody sees what is not complete.
    model("R-" + first + "-0").body("revision", equalTo(1));
    failOnce();
    finishWithTwoInstances();

    platform.awaitPublished(batch);
    for (int n = 0; n < MODELS; n++) {
      model("R-" + first + "-" + n)
          .body("revision", equalTo(2))
          .body("replaces", equalTo(1))
          .body("factorSet", equalTo("dearer-" + first))
          .body("footprintGramsPerKm", greaterThan(100f));
    }
    assertThat(model("R-" + first + "-0").extract().<Object>path("footprintGramsPerKm"))
        .isNotEqualTo(before);
    model("I-" + first).body("revision", equalTo(1)).body("footprintGramsPerKm", equalTo(200));
    model("W-" + first).body("withdrawn", equalTo(true)).body("revision", equalTo(2));
    List<SentEvent> told =
        platform.told(Topics.FOOTPRINTS, "footprint-published.v1").stream()
            .filter(event -> Contract.parse(event.json()).get("batch").asInt() == batch)
            .toList();
    assertThat(told).extracting(SentEvent::key).doesNotHaveDuplicates();
    assertThat(told)
        .hasSize(
            (int) database.count("select count(*) from footprint_revision where batch = ?", batch))
        .hasSize((int) database.count("select models from batch where number = ?", batch));
    // All that is published and calculated is calculated by it.
    assertThat(
            database.count(
                "select count(*) from (select distinct on (f.model_code) f.* from"
                    + " footprint_revision f join batch b on b.number = f.batch where b.state ="
                    + " 'PUBLISHED' order by f.model_code, b.publication desc, f.revision desc) p"
                    + " where origin = 'CALCULATED' and not withdrawn and factor_set <> ?",
                "dearer-" + first))
        .isZero();
    given()
        .get("/api/v1/errata?kind=FACTOR_SET&modelCode=R-" + first + "-1")
        .then()
        .body("items[0].after.factorSet", equalTo("dearer-" + first));
    assertThat(steps.next()).isFalse();
  }

  @Test
  void whatIsPublishedMeanwhileIsNotUndone() {
    int first = population();
    int open = platform.draft();
    String code = "R-" + first + "-0";
    platform
        .importCsv(open, "", Platform.form(Platform.gasoline(maker(first), code, 9)))
        .statusCode(201);
    int batch = activate("meanwhile-" + first, 3);
    while (database.count(
            "select count(*) from footprint_revision where batch = ? and model_code = ?",
            batch,
            code)
        == 0) {
      assertThat(steps.next()).isTrue();
    }

    platform.publish(open);
    finishWithTwoInstances();
    platform.awaitPublished(batch);

    model(code).body("batch", equalTo(open)).body("fuelLPer100Km", equalTo(9.0f));
    model("R-" + first + "-1").body("batch", equalTo(batch));
  }

  @Test
  void aFormMayFollowARecalculation() {
    int first = population();
    String code = "R-" + first + "-0";
    String enterprise = model(code).extract().path("enterprise");
    int open = platform.draft();
    String row = Platform.gasoline(maker(first), code, 9);
    platform.importCsv(open, "", Platform.form(row)).statusCode(201);
    Platform.analyst().post("/api/v1/batches/" + open + "/review").then().statusCode(200);
    int batch = activate("before-form-" + first, 4);
    finishWithTwoInstances();
    platform.awaitPublished(batch);
    String form = Platform.form(Platform.gasoline(maker(first), code, 8));

    platform
        .upload(
            Platform.automaker(enterprise),
            "/api/v1/batches/" + open + "/feedback-forms?enterprise=" + enterprise,
            Platform.CSV,
            Platform.bytes(form.replace(",footprint_g_per_km", "").replace(",Y,", ",Y")))
        .statusCode(201);
  }

  @Test
  void withNothingToRecalculateNothingIsPublished() {
    int first = population();
    String id = "same-" + first;
    int batch = activate(id, 5);
    finishWithTwoInstances();
    platform.awaitPublished(batch);
    long publications = database.count("select last from publication_counter");

    // A set in force is not activated again; its event alone finds everything calculated already.
    QuarkusTransaction.requiringNew().run(() -> activated.fire(new FactorSetActivated(id)));
    finishWithTwoInstances();

    assertThat(database.count("select last from publication_counter")).isEqualTo(publications);
    assertThat(database.count("select count(*) from batch where state = 'PREPARING'")).isZero();
  }

  @Test
  void aPreviewStartsFromWhatWasPublishedLastAndIsNotWithdrawn() {
    int first = population();
    String code = "R-" + first + "-0";
    String enterprise = model(code).extract().path("enterprise");
    int open = platform.draft();
    platform
        .importCsv(open, "", Platform.form(Platform.gasoline(maker(first), code, 9) + "210"))
        .statusCode(201);
    int batch = activate("previewed-" + first, 6);
    finishWithTwoInstances();
    platform.awaitPublished(batch);
    model(code).body("revision", equalTo(3)).body("factorSet", equalTo("previewed-" + first));
    // What the draft states was accounted elsewhere; its revision is numbered before.
    platform.publish(open);
    model(code).body("revision", equalTo(2));

    String id =
        Platform.analyst()
            .contentType(ContentType.JSON)
            .body(Map.of("factorSet", "previewed-" + first))
            .post("/api/v1/factor-set-previews")
            .then()
            .statusCode(202)
            .extract()
            .path("id");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> preview(id).body("state", equalTo("COMPLETED")));
    JsonNode preview = Json.of(preview(id));
    assertThat(preview.get("publishedModels").asLong())
        .isEqualTo(
            preview.get("recalculatedModels").asLong()
                + preview.get("notRecalculableModels").asLong());
    JsonNode mine = null;
    for (JsonNode change : preview.at("/result/enterprises")) {
      mine = change.get("key").asText().equals(enterprise) ? change : mine;
    }
    assertThat(mine).isNotNull();
    // Neither that one nor the withdrawn one.
    assertThat(mine.get("models").asInt()).isEqualTo(MODELS - 1);
    assertThat(mine.get("changed").asInt()).isZero();
  }

  /** The end of a step fails, as when the database goes away. */
  private void failOnce() {
    database.update(
        "create function fail_step() returns trigger language plpgsql as $$ begin raise exception"
            + " 'step'; end $$");
    database.update(
        "create trigger fail_step before update of preparation_cursor on batch for each row execute"
            + " function fail_step()");
    try {
      assertThatThrownBy(steps::next).hasMessageContaining("step");
    } finally {
      database.update("drop trigger fail_step on batch");
      database.update("drop function fail_step()");
    }
  }

  private void finishWithTwoInstances() {
    ExecutorService instances = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> taken = new ArrayList<>();
      Callable<Integer> instance =
          () -> {
            int count = 0;
            while (database.count("select count(*) from batch where state = 'PREPARING'") > 0) {
              count += steps.next() ? 1 : 0;
            }
            return count;
          };
      taken.add(instances.submit(instance));
      taken.add(instances.submit(instance));
      int steps = 0;
      for (Future<Integer> count : taken) {
        steps += count.get();
      }
      assertThat(steps).isPositive();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      instances.shutdownNow();
    }
  }

  /** Calculated models, an imported one, and a withdrawn one. */
  private int population() {
    int batch = platform.draft();
    List<String> rows = new ArrayList<>();
    for (int n = 0; n < MODELS; n++) {
      rows.add(Platform.gasoline(maker(batch), "R-" + batch + "-" + n, 6));
    }
    rows.add(Platform.gasoline(maker(batch), "I-" + batch, 6) + "200");
    rows.add(Platform.gasoline(maker(batch), "W-" + batch, 6));
    platform
        .importCsv(batch, "?registerUnknown=true", Platform.form(rows.toArray(String[]::new)))
        .statusCode(201);
    platform.publish(batch);
    int withdrawal =
        Platform.analyst()
            .contentType(ContentType.JSON)
            .body(Map.of("reason", "test", "modelCodes", List.of("W-" + batch)))
            .post("/api/v1/withdrawals")
            .then()
            .statusCode(202)
            .extract()
            .path("batch");
    platform.awaitPublished(withdrawal);
    return batch;
  }

  /** Puts a set in force whose steel is dearer by a factor; answers the correction's batch. */
  private int activate(String id, int times) {
    BigDecimal steel = new BigDecimal("2.38").multiply(BigDecimal.valueOf(times));
    draft(id, FactorSetDocument.of("2024-01-01").with("material.steel", steel.toPlainString()));
    Platform.analyst()
        .post("/api/v1/factor-sets/" + id + "/activation")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"));
    return (int)
        database.count("select number from batch where state = 'PREPARING' and factor_set = ?", id);
  }

  private static void draft(String id, FactorSetDocument document) {
    Platform.analyst()
        .contentType(ContentType.JSON)
        .body(document.toString())
        .put("/api/v1/factor-sets/" + id)
        .then()
        .statusCode(200);
  }

  private static String maker(int population) {
    return "Recalculated Motors " + population;
  }

  private static ValidatableResponse preview(String id) {
    return Platform.analyst().get("/api/v1/factor-set-previews/" + id).then();
  }

  private static ValidatableResponse model(String code) {
    return given().get("/api/v1/vehicle-models/" + code).then().statusCode(200);
  }
}
