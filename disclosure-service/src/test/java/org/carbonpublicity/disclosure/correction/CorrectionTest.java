package org.carbonpublicity.disclosure.correction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Contract;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.fixture.StepByStep;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to models after their publication. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestProfile(StepByStep.class)
class CorrectionTest {

  @Inject Platform platform;
  @Inject Database database;

  /** Publishes gasoline models of 6 l/100 km and answers their batch; codes are A-n, B-n, … */
  private int published(String... names) {
    int batch = platform.draft();
    String[] rows =
        Arrays.stream(names)
            .map(name -> Platform.gasoline("Corrected Motors", name + "-" + batch, 6))
            .toArray(String[]::new);
    platform.importCsv(batch, "?registerUnknown=true", Platform.form(rows)).statusCode(201);
    platform.publish(batch);
    return batch;
  }

  private static ValidatableResponse post(String path, Map<String, ?> body) {
    return Platform.analyst().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private int accepted(ValidatableResponse answer) {
    int batch = answer.statusCode(202).extract().path("batch");
    platform.awaitPublished(batch);
    return batch;
  }

  private static ValidatableResponse model(String code) {
    return given().get("/api/v1/vehicle-models/" + code).then().statusCode(200);
  }

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
    int first = published("A", "B");
    String code = "A-" + first;
    float before = model(code).extract().path("footprintGramsPerKm");

    int batch =
        accepted(
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
    List<SentEvent> footprints = told(batch, Topics.FOOTPRINTS, "footprint-published.v1", 1);
    assertThat(Contract.parse(footprints.get(0).json()).get("revision").asInt()).isEqualTo(2);
    JsonNode announced =
        Contract.parse(told(batch, Topics.BATCHES, "batch-published.v1", 1).get(0).json());
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

    accepted(
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
    accepted(
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
    int first = published("A", "B", "C", "D", "E");
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
    int first = published("A", "B");
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

    accepted(
        platform.upload(
            Platform.analyst(), path, Platform.CSV, Platform.bytes(Platform.form(right))));

    model("A-" + first).body("fuelLPer100Km", equalTo(5.0f));
  }

  @Test
  void aWithdrawnModelIsToldAndStaysReadable() {
    int first = published("A", "B");
    String code = "A-" + first;
    Instant before = Instant.now();

    int batch =
        accepted(
            post(
                "/api/v1/withdrawals",
                Map.of("reason", "Never built", "modelCodes", List.of(code))));

    model(code).body("withdrawn", equalTo(true)).body("revision", equalTo(2));
    given()
        .get("/api/v1/vehicle-models/" + code + "/footprints")
        .then()
        .body("items.withdrawn", contains(false, true));
    given()
        .get("/api/v1/vehicle-models/" + code + "?asOf=" + before)
        .then()
        .body("withdrawn", equalTo(false))
        .body("revision", equalTo(1));
    String event = told(batch, Topics.FOOTPRINTS, "footprint-withdrawn.v1", 1).get(0).json();
    assertThat(Contract.faults("footprint-withdrawn.v1", event)).isEmpty();
    assertThat(Contract.parse(event).get("reason").asText()).isEqualTo("Never built");
    JsonNode announced =
        Contract.parse(told(batch, Topics.BATCHES, "batch-published.v1", 1).get(0).json());
    assertThat(Contract.faults("batch-published.v1", announced.toString())).isEmpty();
    assertThat(announced.get("footprints").asInt()).isZero();
    assertThat(announced.get("withdrawals").asInt()).isEqualTo(1);
    post("/api/v1/withdrawals", Map.of("reason", "Again", "modelCodes", List.of(code)))
        .statusCode(422)
        .body("errors[0].field", equalTo("modelCodes[0]"))
        .body("errors[0].code", equalTo("withdrawn-model"));
    int again = platform.draft();
    platform
        .importCsv(again, "", Platform.form(Platform.gasoline("Corrected Motors", code, 7)))
        .statusCode(201);
    platform.publish(again);
    model(code).body("withdrawn", equalTo(false)).body("revision", equalTo(3));
  }

  @Test
  void modelsGoOffSaleByCallAndOnSaleByFile() {
    int first = published("A", "B");
    String a = "A-" + first;
    int batch =
        accepted(
            post(
                "/api/v1/on-sale-changes",
                Map.of(
                    "reason",
                    "Discontinued",
                    "models",
                    List.of(Map.of("modelCode", a, "onSale", false)))));
    model(a).body("onSale", equalTo(false)).body("revision", equalTo(2));
    JsonNode event =
        Contract.parse(told(batch, Topics.FOOTPRINTS, "footprint-published.v1", 1).get(0).json());
    assertThat(event.get("onSale").asBoolean()).isFalse();
    String path = "/api/v1/on-sale-changes?reason=Back";

    platform
        .upload(
            Platform.analyst(),
            path,
            Platform.CSV,
            Platform.bytes("model_code,on_sale\n" + a + ",Y\nB-" + first + ",\nNONE,perhaps\n"))
        .statusCode(422)
        .body(
            "errors.collect { it.row + ' ' + it.column + ' ' + it.code }",
            containsInAnyOrder(
                "3 on_sale missing-value",
                "3 on_sale unchanged",
                "4 on_sale unknown-value",
                "4 model_code unknown-model"));
    platform
        .upload(Platform.analyst(), path, Platform.CSV, Platform.bytes("model_code\n" + a + "\n"))
        .statusCode(422)
        .body("errors.code", contains("missing-column"));
    platform
        .upload(
            Platform.analyst(),
            path,
            Platform.CSV,
            Platform.bytes("model_code,on_sale,brand\n" + a + ",Y,X\n"))
        .statusCode(422)
        .body("errors.code", contains("refused-column"));

    accepted(
        platform.upload(
            Platform.analyst(), path, Platform.CSV, Platform.bytes("车型编码,在售\n" + a + ",Y\n")));

    model(a).body("onSale", equalTo(true)).body("revision", equalTo(3));
    given()
        .get("/api/v1/errata?kind=ON_SALE&modelCode=" + a)
        .then()
        .body("items.after.onSale", contains(true, false))
        .body("items.before.onSale", contains(false, true));
  }

  @Test
  void aModelIsRenamed() {
    int first = published("A");
    String code = "A-" + first;

    accepted(
        post(
            "/api/v1/renamings",
            Map.of(
                "reason",
                "Facelift",
                "models",
                List.of(Map.of("modelCode", code, "modelName", "New name")))));

    model(code)
        .body("modelName", equalTo("New name"))
        .body("footprintGramsPerKm", equalTo(footprint(code, 1)));
    given()
        .get("/api/v1/errata?kind=RENAMING&modelCode=" + code)
        .then()
        .body("items[0].before", equalTo(Map.of("modelName", "Name " + code)))
        .body("items[0].after", equalTo(Map.of("modelName", "New name")));
  }

  private static Object footprint(String code, int revision) {
    return given()
        .get("/api/v1/vehicle-models/" + code + "/footprints/" + revision)
        .path("footprintGramsPerKm");
  }

  @Test
  void aDuplicatePointsToTheKeptCode() {
    int first = published("A", "B", "C");
    String a = "A-" + first;
    String b = "B-" + first;
    String c = "C-" + first;

    post(
            "/api/v1/mergers",
            Map.of(
                "reason",
                "Wrong",
                "models",
                List.of(
                    Map.of("modelCode", a, "mergedInto", a),
                    Map.of("modelCode", b, "mergedInto", c),
                    Map.of("modelCode", c, "mergedInto", "NONE-" + first))))
        .statusCode(422)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            containsInAnyOrder(
                "models[0].mergedInto same-model",
                "models[1].mergedInto merged-away",
                "models[2].mergedInto unknown-model"));

    int batch =
        accepted(
            post(
                "/api/v1/mergers",
                Map.of(
                    "reason",
                    "One vehicle",
                    "models",
                    List.of(
                        Map.of("modelCode", a, "mergedInto", c),
                        Map.of("modelCode", b, "mergedInto", c)))));

    model(a).body("withdrawn", equalTo(true)).body("mergedInto", equalTo(c));
    model(c).body("withdrawn", equalTo(false)).body("revision", equalTo(1));
    assertThat(told(batch, Topics.FOOTPRINTS, "footprint-withdrawn.v1", 2))
        .allSatisfy(
            event ->
                assertThat(Contract.parse(event.json()).get("mergedInto").asText()).isEqualTo(c));
    given()
        .get("/api/v1/errata?kind=MERGER&modelCode=" + b)
        .then()
        .body("items[0].mergedInto", equalTo(c))
        .body("items[0].withdrawn", equalTo(true));
  }

  @Test
  void aModelInABatchThatIsNotPublishedIsLeftToIt() {
    int first = published("A");
    int draft = platform.draft();
    platform
        .importCsv(draft, "", Platform.form(Platform.gasoline("Corrected Motors", "A-" + first, 7)))
        .statusCode(201);

    post("/api/v1/withdrawals", Map.of("reason", "Too early", "modelCodes", List.of("A-" + first)))
        .statusCode(422)
        .body("errors[0].code", equalTo("in-another-batch"));
  }

  @Test
  void asOfAnswersWhatWasPublishedAtThatMoment() {
    Instant before = Instant.now();
    int first = published("A");
    String path = "/api/v1/vehicle-models/A-" + first;
    Instant between = Instant.now();
    accepted(
        post(
            "/api/v1/renamings",
            Map.of(
                "reason",
                "Later",
                "models",
                List.of(Map.of("modelCode", "A-" + first, "modelName", "Later name")))));
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    given().get(path + "?asOf=" + before).then().statusCode(404);
    given().get(path + "?asOf=" + between).then().body("revision", equalTo(1));
    given().get(path + "?asOf=" + Instant.now()).then().body("revision", equalTo(2));
    given().get(path + "?asOf=" + today).then().body("revision", equalTo(2));
    given().get(path + "?asOf=2020-01-01").then().statusCode(404);
    given().get(path + "/footprints?asOf=" + between).then().body("items", hasSize(1));
    given().get(path + "/footprints?asOf=" + today).then().body("items", hasSize(2));
    // What an analyst sees earlier was not published: an open batch does not count.
    int draft = platform.draft();
    platform
        .importCsv(draft, "", Platform.form(Platform.gasoline("Corrected Motors", "A-" + first, 9)))
        .statusCode(201);
    Platform.analyst().get(path + "?asOf=" + today).then().body("revision", equalTo(2));
    Platform.analyst().get(path).then().body("revision", equalTo(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2024-13-01", "2024-10-31T08:00:00", "2024-1-1"})
  void asOfIsAMomentOrADay(String asOf) {
    given()
        .queryParam("asOf", asOf)
        .get("/api/v1/vehicle-models/ANY")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("asOf"));
  }

  @Test
  void errataArePagedTheLatestFirst() {
    int first = published("A", "B", "C");
    String[] codes = {"A-" + first, "B-" + first, "C-" + first};
    int one =
        accepted(
            post("/api/v1/withdrawals", Map.of("reason", "1", "modelCodes", List.of(codes[1]))));
    int two =
        accepted(
            post(
                "/api/v1/withdrawals",
                Map.of("reason", "2", "modelCodes", List.of(codes[2], codes[0]))));
    List<String> seen = new ArrayList<>();
    String next = "/api/v1/errata?limit=1&kind=WITHDRAWAL&since=2024-01-01";

    for (int page = 0; page < 3; page++) {
      var answer = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
      seen.add(answer.path("items[0].batch") + " " + answer.path("items[0].modelCode"));
      String link = answer.header("Link");
      next = link == null ? "" : link.substring(1, link.indexOf('>'));
    }

    assertThat(seen)
        .containsExactly(two + " " + codes[0], two + " " + codes[2], one + " " + codes[1]);
    given().get("/api/v1/errata?kind=OTHER").then().statusCode(400);
    given().get("/api/v1/errata?cursor=Zm9v").then().statusCode(400);
    given().get("/api/v1/errata?since=2124-01-01").then().body("items", hasSize(0));
  }

  @Test
  void aCorrectionIsNoRoundUnlessAsked() {
    int first = published("A");
    int batch =
        accepted(
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
    int first = published("A");
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
    int first = published("A", "B", "C", "D", "E");
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

    List<SentEvent> told = told(batch, Topics.FOOTPRINTS, "footprint-published.v1", 5);
    assertThat(told).extracting(SentEvent::key).doesNotHaveDuplicates();
    assertThat(
            Contract.parse(told(batch, Topics.BATCHES, "batch-published.v1", 1).get(0).json())
                .get("footprints")
                .asInt())
        .isEqualTo(5);
  }

  private List<SentEvent> told(int batch, String topic, String type, int count) {
    await().untilAsserted(() -> assertThat(of(batch, topic, type)).hasSize(count));
    return of(batch, topic, type);
  }

  private List<SentEvent> of(int batch, String topic, String type) {
    return platform.told(topic, type).stream()
        .filter(event -> Contract.parse(event.json()).get("batch").asInt() == batch)
        .toList();
  }
}
