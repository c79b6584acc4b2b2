package org.carbonpublicity.disclosure.correction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carbonpublicity.disclosure.fixture.Published.model;
import static org.carbonpublicity.disclosure.fixture.Published.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Contract;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.fixture.Published;
import org.carbonpublicity.disclosure.fixture.StepByStep;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How what is published is put right: all or nothing, once, and told. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestProfile(StepByStep.class)
class CorrectionTest {

  @Inject Platform platform;
  @Inject Published published;
  @Inject Database database;

  @ParameterizedTest
  @CsvSource({
    "footprint-withdrawn.v1, footprint-withdrawn.v1",
    "batch-published.v1, batch-published.v1.correction"
  })
  void theGoldenSampleKeepsToItsSchema(String type, String sample) {
    assertThat(Contract.faults(type, Contract.sample(sample))).isEmpty();
  }

  @Test
  void aCorrectedModelGetsANewRevisionAndAnErratum() {
    int first = published.models("A", "B");
    String code = "A-" + first;
    float before = model(code).extract().path("footprintGramsPerKm");

    int batch =
        published.accepted(
            post(
                "/api/v1/corrections",
                Map.of(
                    "reason",
                    "Consumption was misread",
                    "models",
                    List.of(Map.of("modelCode", code, "fuelLPer100Km", 5.0)))));

    model(code)
        .body("revision", equalTo(2))
        .body("replaces", equalTo(1))
        .body("batch", equalTo(batch))
        .body("fuelLPer100Km", equalTo(5.0f))
        .body("brand", equalTo("Brand"))
        .body("footprintGramsPerKm", lessThan(before));
    model("B-" + first).body("revision", equalTo(1));
    given()
        .get("/api/v1/vehicle-models/" + code + "/footprints/1")
        .then()
        .body("footprintGramsPerKm", equalTo(before));
    given()
        .get("/api/v1/errata?modelCode=" + code)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("CORRECTION"))
        .body("items[0].reason", equalTo("Consumption was misread"))
        .body("items[0].before.fuelLPer100Km", equalTo(6.0f))
        .body("items[0].after.fuelLPer100Km", equalTo(5.0f))
        .body("items[0].before.footprintGramsPerKm", equalTo(before))
        .body("items[0].before.brand", nullValue())
        .body("items[0].replaces", equalTo(1));
    List<SentEvent> footprints =
        published.told(batch, Topics.FOOTPRINTS, "footprint-published.v1", 1);
    assertThat(Contract.parse(footprints.get(0).json()).get("revision").asInt()).isEqualTo(2);
    JsonNode announced =
        Contract.parse(
            published.told(batch, Topics.BATCHES, "batch-published.v1", 1).get(0).json());
    assertThat(Contract.faults("batch-published.v1", announced.toString())).isEmpty();
    assertThat(announced.get("kind").asText()).isEqualTo("CORRECTION");
    assertThat(announced.get("footprints").asInt()).isEqualTo(1);
    assertThat(announced.has("withdrawals")).isFalse();
  }

  @Test
  void anImportedFootprintStaysUnlessItIsCorrected() {
    int first = platform.draft();
    String code = "IMP-" + first;
    String row = Platform.gasoline("Corrected Motors", code, 6) + "200";
    platform.importCsv(first, "?registerUnknown=true", Platform.form(row)).statusCode(201);
    platform.publish(first);

    published.accepted(
        post(
            "/api/v1/corrections",
            Map.of(
                "reason",
                "Price",
                "models",
                List.of(Map.of("modelCode", code, "priceCny", 5000)))));

    model(code)
        .body("priceCny", equalTo(5000))
        .body("origin", equalTo("IMPORTED"))
        .body("footprintGramsPerKm", equalTo(200));
    published.accepted(
        post(
            "/api/v1/corrections",
            Map.of(
                "reason",
                "Accounted anew",
                "models",
                List.of(Map.of("modelCode", code, "footprintGramsPerKm", "199.5")))));
    model(code).body("footprintGramsPerKm", equalTo(199.5f)).body("revision", equalTo(3));
  }

  @Test
  void allFaultsAreToldAndNothingIsStored() {
    int first = published.models("A", "B", "C", "D", "E");
    long batches = database.count("select count(*) from batch");
    long publications = database.count("select last from publication_counter");
    String a = "A-" + first;

    post(
            "/api/v1/corrections",
            Map.of(
                "reason",
                "Everything wrong",
                "models",
                List.of(
                    Map.of("modelCode", a, "curbMassKg", -5),
                    Map.of("modelCode", "NONE-" + first, "brand", "X"),
                    Map.of("modelCode", "B-" + first, "colour", "red"),
                    Map.of("modelCode", "C-" + first, "brand", "Brand"),
                    Map.of("modelCode", "D-" + first, "electricityKwhPer100Km", 12),
                    Map.of("modelCode", a, "brand", "Y"),
                    Map.of("brand", "Z"),
                    Map.of("modelCode", "E-" + first, "enterprise", "Nobody AG"))))
        .statusCode(422)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "models[0].curbMassKg not-a-number",
                "models[1].modelCode unknown-model",
                "models[2].colour unknown-field",
                "models[2].modelCode unchanged",
                "models[3].modelCode unchanged",
                "models[4].electricityKwhPer100Km not-applicable",
                "models[5].modelCode duplicate-model",
                "models[6].modelCode missing-value",
                "models[7].enterprise unknown-enterprise"));

    assertThat(database.count("select count(*) from batch")).isEqualTo(batches);
    assertThat(database.count("select last from publication_counter")).isEqualTo(publications);
    model(a).body("revision", equalTo(1));
  }

  @Test
  void aReasonAndModelsAreNeeded() {
    for (String path :
        List.of("corrections", "withdrawals", "on-sale-changes", "renamings", "mergers")) {
      String field = path.equals("withdrawals") ? "modelCodes" : "models";
      post("/api/v1/" + path, Map.of("reason", " "))
          .statusCode(422)
          .body("errors.field", contains("reason", field));
    }
  }

  @Test
  void aFileCorrectsAsAWhole() {
    int first = published.models("A", "B");
    String right = Platform.gasoline("Corrected Motors", "A-" + first, 5);
    String wrong = Platform.gasoline("Corrected Motors", "NONE-" + first, 5);
    String path = "/api/v1/corrections?reason=From%20a%20file";

    platform
        .upload(
            Platform.analyst(),
            path + "&dryRun=true",
            Platform.CSV,
            Platform.bytes(Platform.form(right, wrong)))
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("errors.code", contains("unknown-model"))
        .body("errors[0].row", equalTo(3));
    platform
        .upload(Platform.analyst(), path, Platform.CSV, Platform.bytes(Platform.form(right, wrong)))
        .statusCode(422)
        .body("errors.column", contains("model_code"));
    model("A-" + first).body("revision", equalTo(1));

    published.accepted(
        platform.upload(
            Platform.analyst(), path, Platform.CSV, Platform.bytes(Platform.form(right))));

    model("A-" + first).body("fuelLPer100Km", equalTo(5.0f));
  }

  @Test
  void aModelInABatchThatIsNotPublishedIsLeftToIt() {
    int first = published.models("A");
    int draft = platform.draft();
    platform
        .importCsv(draft, "", Platform.form(Platform.gasoline("Corrected Motors", "A-" + first, 7)))
        .statusCode(201);

    post("/api/v1/withdrawals", Map.of("reason", "Too early", "modelCodes", List.of("A-" + first)))
        .statusCode(422)
        .body("errors[0].code", equalTo("in-another-batch"));
  }

  @Test
  void aCorrectionIsNoRoundUnlessAsked() {
    int first = published.models("A");
    int batch =
        published.accepted(
            post(
                "/api/v1/withdrawals",
                Map.of("reason", "No round", "modelCodes", List.of("A-" + first))));

    String path = "/api/v1/batches?limit=1000";
    given()
        .get(path)
        .then()
        .body("items.number", hasItem(first))
        .body("items.number", not(hasItem(batch)));
    given()
        .get(path + "&kind=CORRECTION")
        .then()
        .body("items.number", hasItem(batch))
        .body("items.number", not(hasItem(first)));
    given().get(path + "&kind=OTHER").then().statusCode(400);
    given()
        .get("/api/v1/batches/" + batch)
        .then()
        .body("correction", equalTo("WITHDRAWAL"))
        .body("reason", equalTo("No round"))
        .body("publication.total", equalTo(1));
  }

  @Test
  void aRepeatedRequestCorrectsOnce() {
    int first = published.models("A");
    Map<String, ?> body = Map.of("reason", "Once", "modelCodes", List.of("A-" + first));
    String key = "withdraw-" + first;
    int batch = 0;
    for (int i = 0; i < 2; i++) {
      int answered =
          Platform.analyst()
              .contentType(ContentType.JSON)
              .header("Idempotency-Key", key)
              .body(body)
              .post("/api/v1/withdrawals")
              .then()
              .statusCode(202)
              .extract()
              .path("batch");
      assertThat(batch == 0 || batch == answered).isTrue();
      batch = answered;
    }
    platform.awaitPublished(batch);
    model("A-" + first).body("revision", equalTo(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"corrections", "withdrawals", "on-sale-changes", "renamings", "mergers"})
  void onlyAnalystsCorrect(String path) {
    given().contentType(ContentType.JSON).body("{}").post("/api/v1/" + path).then().statusCode(401);
    Platform.automaker("E0001")
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/v1/" + path)
        .then()
        .statusCode(403);
  }

  @Test
  void aPublicationThatFailsMidwayEndsCompleteAndSingle() {
    int first = published.models("A", "B", "C", "D", "E");
    // Steps of two models: the second one fails at its end, as long as the trigger is there.
    database.update(
        "create function fail_midway() returns trigger language plpgsql as $$ begin if"
            + " new.published_models > 2 and new.correction is not null then raise exception"
            + " 'midway'; end if; return new; end $$");
    database.update(
        "create trigger fail_midway before update on batch for each row execute function"
            + " fail_midway()");
    int batch;
    try {
      batch =
          post(
                  "/api/v1/on-sale-changes",
                  Map.of(
                      "reason",
                      "Midway",
                      "models",
                      List.of("A", "B", "C", "D", "E").stream()
                          .map(name -> Map.of("modelCode", name + "-" + first, "onSale", false))
                          .toList()))
              .statusCode(202)
              .extract()
              .path("batch");
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          database.count(
                              "select published_models from batch where number = ?", batch))
                      .isEqualTo(2));
    } finally {
      database.update("drop trigger fail_midway on batch");
      database.update("drop function fail_midway()");
    }

    platform.awaitPublished(batch);

    List<SentEvent> told = published.told(batch, Topics.FOOTPRINTS, "footprint-published.v1", 5);
    assertThat(told).extracting(SentEvent::key).doesNotHaveDuplicates();
    assertThat(
            Contract.parse(
                    published.told(batch, Topics.BATCHES, "batch-published.v1", 1).get(0).json())
                .get("footprints")
                .asInt())
        .isEqualTo(5);
  }
}
