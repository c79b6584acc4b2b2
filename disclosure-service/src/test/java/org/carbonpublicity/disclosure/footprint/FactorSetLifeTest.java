package org.carbonpublicity.disclosure.footprint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonpublicity.disclosure.fixture.Activations;
import org.carbonpublicity.disclosure.fixture.FactorSetDocument;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.fixture.SmallSteps;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The tests build on each other: what has been in force never comes back. */
@QuarkusTest
@TestProfile(SmallSteps.class)
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FactorSetLifeTest {

  private static final String SEEDED = "cpp-illustrative-2024";

  @Inject Platform platform;
  @Inject FactorSets factorSets;
  @Inject Activations activations;
  @Inject Database database;

  @Test
  @Order(1)
  void theSetThatComesWithTheServiceIsInForce() throws IOException {
    set(SEEDED).statusCode(200).body("state", equalTo("ACTIVE")).body("factors", notNullValue());

    // Starting again changes nothing, and tells of nothing.
    factorSets.seed(new StartupEvent());

    set(SEEDED).body("state", equalTo("ACTIVE"));
    assertThat(activations.heard()).isEmpty();
  }

  @Test
  @Order(2)
  void aDraftIsWrittenReplacedAndSeenByAnalystsOnly() {
    put("draft", FactorSetDocument.of("2024-06-01").with("grid", "0.6"))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("state", equalTo("DRAFT"));
    put("draft", FactorSetDocument.of("2024-06-01").with("grid", "0.60"))
        .statusCode(200)
        .header("ETag", "\"1\"");
    put("draft", FactorSetDocument.of("2024-06-01").with("grid", "0.7"))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("factors.find { it.name == 'grid' }.value", equalTo(0.7f));

    set("draft").statusCode(200);
    given().get("/api/v1/factor-sets/draft").then().statusCode(404);
    given().get("/api/v1/factor-sets").then().body("items.id", not(hasItem("draft")));
    Platform.analyst().get("/api/v1/factor-sets").then().body("items.id", hasItem("draft"));
    calculate(Platform.analyst(), "draft").statusCode(200).body("factorSet", equalTo("draft"));
    calculate(given().auth().oauth2(Tokens.member()), "draft").statusCode(422);
  }

  @Test
  @Order(3)
  void aWrongDraftIsRefusedWithAllItsFaultsAndChangesNothing() {
    put(
            "draft",
            FactorSetDocument.of("2024-06-01")
                .with("grid", "-1")
                .with("lifetimeKm", "0")
                .with("bodyShare.HYBRID.steel", "0.5"))
        .statusCode(422)
        .body("type", equalTo("/problems/invalid-factor-set"))
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            hasItems(
                "factors[grid].value negative",
                "factors[lifetimeKm].value not-positive",
                "factors[bodyShare.HYBRID.*] shares-not-one"));
    put("draft", "{}").statusCode(422);
    put("draft", "{\"state\": \"ACTIVE\"}").statusCode(400);
    put("dr@ft", FactorSetDocument.of("2024-06-01")).statusCode(400);
    Platform.analyst()
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body(FactorSetDocument.of("2024-06-01").toString())
        .put("/api/v1/factor-sets/draft")
        .then()
        .statusCode(412);

    set("draft").body("factors.find { it.name == 'grid' }.value", equalTo(0.7f));
  }

  @Test
  @Order(4)
  void onlyAnalystsWriteAndActivate() {
    String body = FactorSetDocument.of("2024-06-01").toString();
    for (RequestSpecification who :
        List.of(
            given().auth().oauth2(Tokens.member()), Platform.automaker(platform.enterprise("R")))) {
      who.contentType("application/json")
          .body(body)
          .put("/api/v1/factor-sets/other")
          .then()
          .statusCode(403);
    }
    given().post("/api/v1/factor-sets/draft/activation").then().statusCode(401);
    Platform.automaker("E1").post("/api/v1/factor-sets/draft/activation").then().statusCode(403);
    activate("none").statusCode(404);
    set("draft").body("state", equalTo("DRAFT"));
  }

  @Test
  @Order(5)
  void aSetIsNotPutInForceBeforeItsTimeNorBehindTheOneInForce() {
    put("future", FactorSetDocument.of("2099-01-01")).statusCode(200);
    put("past", FactorSetDocument.of("2024-01-01")).statusCode(200);
    put("older", withFactorsFrom("2023-01-01")).statusCode(200);

    activate("future")
        .statusCode(409)
        .body("type", equalTo("/problems/factor-set-not-yet-effective"));
    activate("older").statusCode(409).body("type", equalTo("/problems/factor-set-before-active"));

    set(SEEDED).body("state", equalTo("ACTIVE"));
    assertThat(activations.heard()).isEmpty();
  }

  @Test
  @Order(6)
  void nothingIsActivatedWhenAListenerFails() {
    activations.refuse(true);
    activate("draft").statusCode(500);
    activations.refuse(false);

    set("draft").body("state", equalTo("DRAFT"));
    set(SEEDED).body("state", equalTo("ACTIVE"));
  }

  @Test
  @Order(7)
  void activationRetiresTheFormerSetOnceWhoeverAsks() throws Exception {
    Callable<Integer> activation = () -> activate("draft").extract().statusCode();
    ExecutorService analysts = Executors.newFixedThreadPool(4);
    try {
      for (Future<Integer> answer :
          analysts.invokeAll(List.of(activation, activation, activation, activation))) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      analysts.shutdownNow();
    }

    assertThat(activations.heard()).containsExactly("draft");
    set("draft").body("state", equalTo("ACTIVE")).body("activatedAt", notNullValue());
    set(SEEDED)
        .body("state", equalTo("RETIRED"))
        .body("replacedBy", equalTo("draft"))
        .body("effectiveUntil", equalTo("2024-05-31"));
    given().get("/api/v1/factor-sets/draft").then().statusCode(200);
    activate(SEEDED)
        .statusCode(409)
        .body("type", equalTo("/problems/factor-set-state"))
        .body("detail", containsString("allowed: preview"));
  }

  @Test
  @Order(8)
  void newFootprintsAreCalculatedWithTheSetInForceAndTheDifferenceNamesTheFactor() {
    int first = platform.draft();
    platform
        .importCsv(
            first,
            "?registerUnknown=true",
            Platform.form("Life Motors,,B,DOMESTIC,S,LIFE-1,N,BEV,SUV,B,1901,,12.5,60,LFP,,,Y,"))
        .statusCode(201);
    platform.publish(first);
    put("next", FactorSetDocument.of("2024-07-01").with("grid", "0.5")).statusCode(200);
    activate("next").statusCode(200);
    awaitRecalculation();
    int second = platform.draft();
    platform
        .importCsv(
            second,
            "",
            Platform.form("Life Motors,,B,DOMESTIC,S,LIFE-1,N,BEV,SUV,B,1901,,12.5,60,LFP,,,Y,"))
        .statusCode(201);

    Platform.analyst()
        .get("/api/v1/vehicle-models/LIFE-1/footprints/1")
        .then()
        .body("factorSet", equalTo("draft"));
    Platform.analyst()
        .get("/api/v1/vehicle-models/LIFE-1/footprints/2/difference")
        .then()
        .statusCode(200)
        .body("to.factorSet", equalTo("next"))
        .body("attributions.size()", equalTo(1))
        .body("attributions[0].kind", equalTo("FACTOR"))
        .body("attributions[0].name", equalTo("grid"))
        // 12.5 kWh/100 km, 0.2 kg/kWh less.
        .body("attributions[0].gramsPerKm", equalTo(-25.0f));
    // The second is that of the recalculation, the third that of the import.
    Platform.analyst()
        .get("/api/v1/vehicle-models/LIFE-1/footprints/3")
        .then()
        .body("batch", equalTo(second))
        .body("replaces", equalTo(2));
    Platform.analyst()
        .get("/api/v1/vehicle-models/LIFE-1/footprints/3/difference?from=1")
        .then()
        .statusCode(200)
        .body("to.factorSet", equalTo("next"))
        .body("attributions.size()", equalTo(1))
        .body("attributions[0].name", equalTo("grid"))
        .body("attributions[0].gramsPerKm", equalTo(-25.0f));
  }

  @Test
  @Order(9)
  void whatWasInForceNeverChanges() {
    for (String id : List.of(SEEDED, "draft", "next")) {
      put(id, FactorSetDocument.of("2024-06-01").with("grid", "0.1"))
          .statusCode(409)
          .body("type", equalTo("/problems/factor-set-in-use"));
    }
    put("draft", FactorSetDocument.of("2024-06-01").with("grid", "0.7")).statusCode(200);
    set("draft").body("factors.find { it.name == 'grid' }.value", equalTo(0.7f));
    set(SEEDED).body("factors.find { it.name == 'grid' }.value", equalTo(0.5777f));
  }

  @Test
  @Order(10)
  void startingAgainLeavesTheSetInForce() throws IOException {
    factorSets.seed(new StartupEvent());

    assertThat(factorSets.active().id()).isEqualTo("next");
  }

  /** Until then a model that is recalculated cannot stand in another batch. */
  private void awaitRecalculation() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        database.count(
                            "select count(*) from batch where correction is not null and state <>"
                                + " 'PUBLISHED'"))
                    .isZero());
  }

  private static String withFactorsFrom(String date) {
    return FactorSetDocument.of(date).toString().replace("2024-01-01", date);
  }

  private static ValidatableResponse calculate(RequestSpecification who, String factorSet) {
    return who.contentType("application/json")
        .body(
            Map.of(
                "powertrain",
                "GASOLINE",
                "curbMassKg",
                1288,
                "fuelLPer100Km",
                5.94,
                "factorSet",
                factorSet))
        .post("/api/v1/footprint-calculations")
        .then();
  }

  private static ValidatableResponse set(String id) {
    return Platform.analyst().get("/api/v1/factor-sets/" + id).then();
  }

  private static ValidatableResponse put(String id, Object body) {
    return Platform.analyst()
        .contentType("application/json")
        .body(body.toString())
        .put("/api/v1/factor-sets/" + id)
        .then();
  }

  private static ValidatableResponse activate(String id) {
    return Platform.analyst().post("/api/v1/factor-sets/" + id + "/activation").then();
  }
}
