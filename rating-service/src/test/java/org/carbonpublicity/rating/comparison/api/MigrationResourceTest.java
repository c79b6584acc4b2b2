package org.carbonpublicity.rating.comparison.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.carbonpublicity.rating.fixture.Recomputation;
import org.carbonpublicity.rating.fixture.Recomputation.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class MigrationResourceTest {

  private static final String LATEST = "/api/v1/editions/latest/migrations";
  private static final String[] FITTED_BOUNDS = {"0.9", "0.98", "1.02", "1.1"};
  private static final String[] MEAN_BOUNDS = {"0.85", "0.96", "1.04", "1.15"};
  private static final List<String> STANDINGS =
      List.of("1", "2", "3", "4", "5", "unrated", "absent");

  @Inject Platform platform;

  @BeforeEach
  void reset() {
    platform.reset();
  }

  @Test
  void aMoveIsSplitIntoTheModelsOwnChangeAndTheScheme() {
    platform.activateScheme();
    // The reference is 257: classes end at 236.44, 249.29, 264.71, 277.56.
    platform.publish(
        1,
        3,
        List.of(
            Model.sedan("BETTER", "260"),
            Model.sedan("GONE", "300"),
            Model.sedan("LOST", "240").offSale(),
            Model.sedan("SAME", "236.44"),
            Model.sedan("SOLD", "250")));
    platform.awaitEdition(1);
    platform.correct(
        2,
        4,
        List.of(
            Model.sedan("BETTER", "250").revised(2, "240"),
            Model.sedan("LOST", "240").revised(2, "240").withoutMass(),
            Model.sedan("NEW", "100"),
            Model.sedan("SOLD", "250").revised(2, "250").offSale()),
        List.of("GONE"));
    platform.awaitEdition(2);
    platform.putScheme("looser", Platform.SCHEME.replace("0.92", "0.935"));
    platform.activate("looser");
    platform.awaitEdition(3);

    given()
        .get(LATEST + "?since=1")
        .then()
        .statusCode(200)
        .body("edition", equalTo(3))
        .body("since", equalTo(1))
        .body("scheme", equalTo("looser"))
        .body("sinceScheme", equalTo("test"))
        .body("moved.models", equalTo(2))
        .body("moved.modelsOnSale", equalTo(2))
        .body("entered.models", equalTo(1))
        .body("left.modelsOnSale", equalTo(1))
        .body("rows.from", equalTo(STANDINGS))
        .body("rows.find { it.from == '3' }.models", equalTo(2))
        .body("rows.find { it.from == '3' }.cells.find { it.to == '1' }.models", equalTo(1))
        .body("rows.find { it.from == '2' }.cells.find { it.to == 'unrated' }.models", equalTo(1))
        .body("rows.find { it.from == '3' }.cells.find { it.to == '3' }.modelsOnSale", equalTo(0))
        .body("rows.find { it.from == 'absent' }.cells.to", equalTo(STANDINGS.subList(0, 6)))
        .body("causes.cause", equalTo(List.of("OWN", "POPULATION", "SCHEME")))
        .body("causes.models", equalTo(List.of(2, 0, 1)))
        .body("causes.modelsByThisAlone", equalTo(List.of(1, 0, 0)))
        .body("causes.better", equalTo(List.of(1, 0, 1)))
        .body("causes.worse", equalTo(List.of(0, 0, 0)));
    given()
        .get(LATEST + "/models?since=1&from=3&to=1")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].modelCode", equalTo("BETTER"))
        .body("items[0].steps.before", equalTo("3"))
        .body("items[0].steps.afterOwn", equalTo("2"))
        .body("items[0].steps.afterPopulation", equalTo("2"))
        .body("items[0].steps.afterScheme", equalTo("1"))
        .body("items[0].causes", equalTo(List.of("OWN", "SCHEME")))
        .body("items[0].ownChanges", equalTo(List.of("FOOTPRINT")))
        .body("items[0].before.footprintGramsPerKm", equalTo(260))
        .body("items[0].after.footprintGramsPerKm", equalTo(240));
    given()
        .get(LATEST + "/models?since=1&from=2&to=unrated")
        .then()
        .body("items[0].modelCode", equalTo("LOST"))
        .body("items[0].causes", equalTo(List.of("OWN")))
        .body("items[0].ownChanges", equalTo(List.of("CURB_MASS", "SALE_STATE")));
    given()
        .get(LATEST + "/models?since=1&from=3&to=3")
        .then()
        .body("items[0].modelCode", equalTo("SOLD"))
        .body("items[0].causes", equalTo(List.of()))
        .body("items[0].ownChanges", equalTo(List.of("SALE_STATE")));
    given()
        .get(LATEST + "/models?since=1&from=absent&to=1")
        .then()
        .body("items[0].modelCode", equalTo("NEW"))
        .body("items[0].before", nullValue())
        .body("items[0].steps", nullValue());
    given()
        .get(LATEST + "/models?since=1&from=5&to=absent")
        .then()
        .body("items[0].modelCode", equalTo("GONE"))
        .body("items[0].after", nullValue());
    // Since the edition before, nothing but the scheme has changed.
    given()
        .get(LATEST)
        .then()
        .body("since", equalTo(2))
        .body("causes.models", equalTo(List.of(0, 0, 1)));
  }

  @Test
  void everyStepOfEveryMoveAgreesWithAnIndependentRecomputation() {
    List<Model> first = generated(900, new Random(4));
    platform.putScheme("fitted", scheme("FITTED_LINES", FITTED_BOUNDS));
    platform.activate("fitted");
    platform.publish(1, 3, first);
    platform.awaitEdition(1);
    Map<String, Model> second = new TreeMap<>();
    first.forEach(model -> second.put(model.code(), model));
    List<String> withdrawn = first.stream().limit(40).map(Model::code).toList();
    withdrawn.forEach(second::remove);
    List<Model> changed = changed(first.subList(40, 500), new Random(5));
    changed.forEach(model -> second.put(model.code(), model));
    platform.correct(2, 4, changed, withdrawn);
    platform.awaitEdition(2);
    platform.putScheme("mean", scheme("CATEGORY_MEAN", MEAN_BOUNDS));
    platform.activate("mean");
    platform.awaitEdition(3);
    platform.activate("fitted");
    platform.awaitEdition(4);

    assertAgrees(1, 3, first, second, Kind.FITTED_LINES, Kind.CATEGORY_MEAN);
    assertAgrees(1, 2, first, second, Kind.FITTED_LINES, Kind.FITTED_LINES);
    assertAgrees(3, 4, List.copyOf(second.values()), second, Kind.CATEGORY_MEAN, Kind.FITTED_LINES);
    // Without a change between them, two editions under one scheme are the same.
    assertThat(platform.get("/api/v1/editions/4/migrations?since=2").get("moved").get("models"))
        .hasToString("0");
  }

  private void assertAgrees(
      int since, int edition, List<Model> then, Map<String, Model> now, Kind earlier, Kind later) {
    Map<String, String> before = classes(then, earlier);
    Map<String, String> after = classes(now.values(), later);
    Map<String, String> population = classes(now.values(), earlier);
    // Models off sale count in no mean and no line: they are rated by the others.
    List<Model> guests = new ArrayList<>(then);
    now.values().forEach(model -> guests.add(coded("guest " + model.code(), model.offSale())));
    Map<String, String> own = classes(guests, earlier);

    Map<String, Integer> causes = new TreeMap<>();
    int moved = 0;
    for (String from : STANDINGS) {
      for (String to : STANDINGS) {
        if (from.equals("absent") && to.equals("absent")) {
          continue;
        }
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> codes = new HashMap<>(before);
        codes.putAll(after);
        for (String code : codes.keySet()) {
          if (before.getOrDefault(code, "absent").equals(from)
              && after.getOrDefault(code, "absent").equals(to)) {
            expected.put(
                code,
                from.equals("absent") || to.equals("absent")
                    ? "-"
                    : String.join(" ", from, own.get("guest " + code), population.get(code), to));
          }
        }
        assertThat(models(since, edition, from, to))
            .as("%d to %d, %s to %s", since, edition, from, to)
            .isEqualTo(expected);
        if (!from.equals(to)) {
          moved += expected.values().stream().filter(steps -> !steps.equals("-")).count();
          expected.values().forEach(steps -> count(causes, steps));
        }
      }
    }
    JsonNode matrix = platform.get("/api/v1/editions/" + edition + "/migrations?since=" + since);
    assertThat(matrix.get("moved").get("models").asInt()).isEqualTo(moved).isPositive();
    for (JsonNode cause : matrix.get("causes")) {
      assertThat(cause.get("models").asInt())
          .as("%d to %d, %s", since, edition, cause.get("cause"))
          .isEqualTo(causes.getOrDefault(cause.get("cause").asText(), 0));
    }
  }

  private static void count(Map<String, Integer> causes, String steps) {
    String[] standings = steps.split(" ");
    List<String> names = List.of("OWN", "POPULATION", "SCHEME");
    for (int i = 1; i < standings.length; i++) {
      if (!standings[i].equals(standings[i - 1])) {
        causes.merge(names.get(i - 1), 1, Integer::sum);
      }
    }
  }

  /** The steps of each model of a cell, page by page. */
  private Map<String, String> models(int since, int edition, String from, String to) {
    Map<String, String> models = new TreeMap<>();
    String next =
        "/api/v1/editions/%d/migrations/models?since=%d&from=%s&to=%s&limit=70"
            .formatted(edition, since, from, to);
    while (next != null) {
      var answer = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
      for (JsonNode item : Platform.parse(answer.asString()).get("items")) {
        JsonNode steps = item.get("steps");
        String written =
            steps == null
                ? "-"
                : List.of("before", "afterOwn", "afterPopulation", "afterScheme").stream()
                    .map(step -> steps.get(step).asText())
                    .collect(Collectors.joining(" "));
        assertThat(models.put(item.get("modelCode").asText(), written)).isNull();
      }
      String link = answer.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    return models;
  }

  private static Map<String, String> classes(Collection<Model> models, Kind kind) {
    Map<String, String> classes = new HashMap<>();
    new Recomputation(
            models,
            kind,
            Recomputation.numbers(kind == Kind.FITTED_LINES ? FITTED_BOUNDS : MEAN_BOUNDS))
        .ratings()
        .forEach(
            (code, rating) ->
                classes.put(
                    code,
                    rating.ratingClass() == 0
                        ? "unrated"
                        : Integer.toString(rating.ratingClass())));
    return classes;
  }

  @Test
  void whatWasComparedOnceIsTaggedAndReadAgainAsItWas() {
    twoEditions();
    for (String path : List.of(LATEST, LATEST + "/models?from=1&to=1")) {
      String tag = given().get(path).then().statusCode(200).extract().header("ETag");
      given().header("If-None-Match", tag).get(path).then().statusCode(304);
    }
    assertThat(platform.get(LATEST)).isEqualTo(platform.get(LATEST));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/editions/1/migrations, 404, /problems/no-earlier-edition",
    "/api/v1/editions/9/migrations, 404, /problems/unknown-edition",
    "/api/v1/editions/2/migrations?since=9, 404, /problems/unknown-edition",
    "/api/v1/editions/2/migrations?since=2, 400, /problems/invalid-parameter",
    "/api/v1/editions/1/migrations?since=2, 400, /problems/invalid-parameter",
    "/api/v1/editions/2/migrations?from=1, 400, /problems/unknown-query-parameter",
    "/api/v1/editions/2/migrations/models?from=1, 400, /problems/invalid-parameter",
    "/api/v1/editions/2/migrations/models?from=1&to=6, 400, /problems/invalid-parameter",
    "/api/v1/editions/2/migrations/models?from=absent&to=absent, 400, /problems/invalid-parameter",
    "/api/v1/editions/2/migrations/models?from=1&to=2&limit=0, 400, /problems/invalid-parameter",
  })
  void aWrongRequestIsAnsweredWithAProblem(String path, int status, String type) {
    twoEditions();
    given()
        .get(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo(type));
  }

  private void twoEditions() {
    platform.activateScheme();
    platform.publish(1, 3, List.of(Model.sedan("C1", "200")));
    platform.awaitEdition(1);
    platform.publish(2, 4, List.of(Model.sedan("C2", "300")));
    platform.awaitEdition(2);
  }

  private static List<Model> generated(int count, Random random) {
    List<String> powertrains = List.of("GASOLINE", "DIESEL", "BEV");
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int mass = 8_000 + random.nextInt(17_000);
      models.add(
          new Model(
              "M%04d".formatted(i),
              "E0001",
              // Of DIESEL are too few for a line.
              random.nextInt(50) == 0 ? "DIESEL" : powertrains.get(2 * random.nextInt(2)),
              random.nextBoolean() ? "SUV" : "SEDAN",
              random.nextBoolean() ? "A" : "B",
              random.nextInt(20) == 0 ? null : BigDecimal.valueOf(mass, 1),
              BigDecimal.valueOf(120_000L + mass * 6L + random.nextInt(60_000), 3),
              random.nextInt(5) > 0,
              1));
    }
    return models;
  }

  /** Revisions of the models, some in another category, and some models more. */
  private static List<Model> changed(List<Model> models, Random random) {
    List<Model> changed = new ArrayList<>();
    for (Model model : models) {
      BigDecimal factor = BigDecimal.valueOf(80 + random.nextInt(30), 2);
      Model revised = model.revised(2, model.footprint().multiply(factor).toPlainString());
      revised = random.nextInt(10) == 0 ? revised.driven("GASOLINE") : revised;
      changed.add(random.nextInt(10) == 0 ? revised.offSale() : revised);
    }
    for (int i = 0; i < 30; i++) {
      changed.add(Model.sedan("NEW" + i, 150 + 5 * i + ".5"));
    }
    return changed;
  }

  private static Model coded(String code, Model model) {
    return new Model(
        code,
        model.enterprise(),
        model.powertrain(),
        model.bodyType(),
        model.segment(),
        model.curbMassKg(),
        model.footprint(),
        model.onSale(),
        model.revision());
  }

  private static String scheme(String kind, String[] bounds) {
    return """
    {"kind": "%s", "title": "%s", "titleZh": "方案", "lines": {},
     "classUpperBounds": {"1": %s, "2": %s, "3": %s, "4": %s}}"""
        .formatted(kind, kind, bounds[0], bounds[1], bounds[2], bounds[3]);
  }
}
