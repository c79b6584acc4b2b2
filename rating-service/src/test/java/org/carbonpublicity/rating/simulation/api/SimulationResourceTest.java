package org.carbonpublicity.rating.simulation.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.carbonpublicity.rating.fixture.Recomputation;
import org.carbonpublicity.rating.fixture.Recomputation.Expected;
import org.carbonpublicity.rating.fixture.Recomputation.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schemes tried on an edition, compared with an independent recomputation. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SimulationResourceTest {

  private static final String PATH = "/api/v1/scheme-simulations";

  @Inject Platform platform;
  private List<Model> models;

  @BeforeEach
  void edition() {
    platform.reset();
    platform.activateScheme();
    models = generated();
    platform.publish(1, 3, models);
    platform.awaitEdition(1);
  }

  @Test
  void aSimulationAgreesWithARecomputationAndChangesNothing() {
    for (Kind kind : Kind.values()) {
      String[] bounds =
          kind == Kind.ABSOLUTE_BANDS
              ? new String[] {"150", "200", "225.5", "260"}
              : new String[] {"0.9", "0.96", "1.04", "1.1"};
      String id = start("{\"definition\": " + definition(kind, bounds) + "}").path("id");
      JsonNode found = awaited(id).get("result");

      Map<String, Expected> expected =
          new Recomputation(models, kind, Recomputation.numbers(bounds)).ratings();
      Map<String, Expected> before = new Recomputation(models).ratings();
      assertThat(classes(found.get("classCounts"))).isEqualTo(counted(expected, true));
      assertThat(classes(found.get("classCountsOnSale"))).isEqualTo(counted(expected, false));
      assertThat(moves(found.get("moves"))).isEqualTo(moved(before, expected));
      assertThat(exported(id)).isEqualTo(lines(before, expected));
    }
    assertThat(platform.number("select count(*) from edition")).isEqualTo(1);
    assertThat(platform.number("select count(*) from rating_scheme")).isEqualTo(1);
  }

  @Test
  void bandsAreFittedToWantedShares() {
    platform.putScheme("draft", definition(Kind.CATEGORY_MEAN, "0.5", "0.6", "0.7", "0.8"));
    String id =
        start(
                "{\"scheme\": \"draft\", \"edition\": 1, \"wantedSharesPercent\": [34.8, 19.8, 18.9, 18.5, 8.1]}")
            .path("id");
    JsonNode found = awaited(id).get("result");

    // In proportion to what they add up to, 100.1.
    assertThat(found.get("classSharesPercent").toString())
        .isEqualTo("{\"1\":34.8,\"2\":19.8,\"3\":18.9,\"4\":18.5,\"5\":8.1}");
    JsonNode bounds = found.get("classUpperBounds");
    BigDecimal[] fitted = new BigDecimal[4];
    for (int i = 0; i < 4; i++) {
      fitted[i] = bounds.get(Integer.toString(i + 1)).decimalValue();
    }
    assertThat(counted(new Recomputation(models, Kind.CATEGORY_MEAN, fitted).ratings(), true))
        .isEqualTo(classes(found.get("classCounts")));
    assertThat(
            platform.get("/api/v1/rating-schemes/draft").get("classUpperBounds").get("1").asText())
        .isEqualTo("0.5");
  }

  @Test
  void everyEnterpriseSeesWhatBecomesOfItsModels() {
    String id = start("{\"scheme\": \"test\"}").path("id");
    JsonNode found = awaited(id).get("result");

    for (JsonNode enterprise : found.get("enterprises")) {
      assertThat(enterprise.get("ratedAfter")).isEqualTo(enterprise.get("ratedBefore"));
      String code = enterprise.get("enterprise").asText();
      long onSale = models.stream().filter(m -> m.enterprise().equals(code) && m.onSale()).count();
      assertThat(enterprise.get("modelsOnSale").asLong()).isEqualTo(onSale);
    }
    assertThat(found.get("enterprises")).hasSize(7);
    for (JsonNode move : found.get("moves")) {
      assertThat(move.path("from").asInt()).isEqualTo(move.path("to").asInt());
    }
  }

  @Test
  void everythingWrongIsToldAndNothingIsKept() {
    analyst()
        .body(
            """
            {"definition": {"kind": "GUESS", "title": "T", "titleZh": "题"},
             "scheme": "test", "wantedSharesPercent": [50, 50, 50, 0, 0]}""")
        .post(PATH)
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/invalid-simulation"))
        .body(
            "errors.field",
            containsInAnyOrder(
                "definition.kind", "definition.lines", "wantedSharesPercent", "scheme"));
    analyst().body("{\"scheme\": \"nobody\"}").post(PATH).then().statusCode(404);
    analyst().body("{\"scheme\": \"test\", \"edition\": 9}").post(PATH).then().statusCode(404);
    analyst()
        .body("{\"scheme\": \"test\", \"wantedSharesPercent\": [100, 0, 0, 0]}")
        .post(PATH)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("wrong-number"));
    analyst().get(PATH + "/no-uuid").then().statusCode(404);
    given().get(PATH).then().statusCode(401);
    assertThat(platform.number("select count(*) from scheme_simulation")).isZero();
  }

  @Test
  void aRepeatedRequestIsOneSimulation() {
    String body = "{\"scheme\": \"test\"}";
    String first = analyst().header("Idempotency-Key", "k").body(body).post(PATH).path("id");
    String second = analyst().header("Idempotency-Key", "k").body(body).post(PATH).path("id");
    String third = start(body).path("id");

    assertThat(second).isEqualTo(first).isNotEqualTo(third);
    awaited(first);
    awaited(third);
    String link =
        analyst()
            .get(PATH + "?limit=1")
            .then()
            .statusCode(200)
            .body("items[0].id", equalTo(third))
            .extract()
            .header("Link");
    analyst()
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("items.id", containsInAnyOrder(first));
  }

  private static io.restassured.specification.RequestSpecification analyst() {
    return given().auth().oauth2(Tokens.analyst()).contentType("application/json");
  }

  private static Response start(String body) {
    Response answer = analyst().body(body).post(PATH);
    answer.then().statusCode(202);
    assertThat(answer.header("Location")).isEqualTo(PATH + "/" + answer.path("id"));
    return answer;
  }

  private static JsonNode awaited(String id) {
    await()
        .atMost(Platform.PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> analyst().get(PATH + "/" + id).path("state").equals("FINISHED"));
    return Platform.parse(analyst().get(PATH + "/" + id).asString());
  }

  private static List<String> exported(String id) {
    String csv =
        analyst().get(PATH + "/" + id + "/models").then().statusCode(200).extract().asString();
    return csv.lines().skip(1).toList();
  }

  private List<String> lines(Map<String, Expected> before, Map<String, Expected> after) {
    Map<String, String> lines = new TreeMap<>();
    for (Model model : models) {
      Expected now = after.get(model.code());
      String reason =
          model.curbMassKg() == null
              ? "NO_CURB_MASS"
              : now.mean() == null ? "NO_CATEGORY_MEAN" : "";
      lines.put(
          model.code(),
          String.join(
              ",",
              model.code(),
              model.enterprise(),
              model.onSale() ? "Y" : "N",
              model.footprint().toPlainString(),
              written(before.get(model.code()).ratingClass()),
              written(now.ratingClass()),
              now.ratio() == null ? "" : now.ratio().toPlainString(),
              now.ratingClass() == 0 ? reason : ""));
    }
    return List.copyOf(lines.values());
  }

  private static String written(int ratingClass) {
    return ratingClass == 0 ? "" : Integer.toString(ratingClass);
  }

  private static Map<String, Long> classes(JsonNode counts) {
    Map<String, Long> classes = new TreeMap<>();
    counts.fields().forEachRemaining(e -> classes.put(e.getKey(), e.getValue().asLong()));
    return classes;
  }

  private Map<String, Long> counted(Map<String, Expected> ratings, boolean all) {
    Map<String, Long> counts = new TreeMap<>();
    for (int i = 1; i <= 5; i++) {
      counts.put(Integer.toString(i), 0L);
    }
    for (Model model : models) {
      int ratingClass = ratings.get(model.code()).ratingClass();
      if (ratingClass > 0 && (all || model.onSale())) {
        counts.merge(Integer.toString(ratingClass), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<String, Long> moves(JsonNode moves) {
    Map<String, Long> found = new TreeMap<>();
    moves.forEach(
        move ->
            found.put(
                move.path("from").asInt() + ">" + move.path("to").asInt(),
                move.get("models").asLong()));
    return found;
  }

  private static Map<String, Long> moved(
      Map<String, Expected> before, Map<String, Expected> after) {
    Map<String, Long> moves = new HashMap<>();
    before.forEach(
        (code, rating) ->
            moves.merge(rating.ratingClass() + ">" + after.get(code).ratingClass(), 1L, Long::sum));
    return new TreeMap<>(moves);
  }

  private static List<Model> generated() {
    Random random = new Random(26_11_26);
    List<String> powertrains = List.of("GASOLINE", "DIESEL", "HEV", "PHEV", "BEV");
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      int mass = 8_000 + random.nextInt(17_000);
      models.add(
          new Model(
              "S%05d".formatted(i),
              "E000" + random.nextInt(7),
              powertrains.get(random.nextInt(5)),
              random.nextBoolean() ? "SEDAN" : "SUV",
              random.nextBoolean() ? "A" : "B",
              random.nextInt(40) == 0 ? null : BigDecimal.valueOf(mass, 1),
              BigDecimal.valueOf(60_000L + mass * 10L + random.nextInt(90_000), 3),
              random.nextInt(5) > 0,
              1));
    }
    return models;
  }

  private static String definition(Kind kind, String... bounds) {
    String lines =
        kind == Kind.FIXED_LINES ? Platform.parse(Platform.SCHEME).get("lines").toString() : "{}";
    return """
    {"kind": "%s", "title": "Tried", "titleZh": "试", "lines": %s,
     "classUpperBounds": {"1": %s, "2": %s, "3": %s, "4": %s}}"""
        .formatted(kind, lines, bounds[0], bounds[1], bounds[2], bounds[3]);
  }
}
