package org.carbonpublicity.reporting.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.testing.ExpectedRows;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.RatedModel;
import org.carbonpublicity.reporting.testing.Reports;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Views over the demo's fleet, against the same things found by a plain loop. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelViewsTest {

  private static final int SEARCHES = 120;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;

  private Producers producers;

  @BeforeAll
  void publish() throws Exception {
    freshState.restore();
    producers = new Producers(bootstrapServers);
    producers.edition(1, SearchedFleet.MODELS);
    Reports.awaitEdition(1);
  }

  @AfterAll
  void close() {
    producers.close();
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static JsonPath search(Map<String, String> parameters) {
    return ok(Reports.getAs(Reports.client().queryParams(parameters), "1/models"));
  }

  @Test
  void aSearchFindsWhatAPlainLoopFinds() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < SEARCHES; i++) {
      SearchedFleet.Search search = SearchedFleet.random(random);
      List<String> expected = SearchedFleet.codes(search.meaning());
      JsonPath answer = search(search.parameters());

      String asked = "seed " + seed + ": " + search.parameters();
      assertThat(answer.getInt("models")).as(asked).isEqualTo(expected.size());
      assertThat(answer.<String>getList("items.modelCode"))
          .as(asked)
          .isEqualTo(expected.subList(0, Math.min(100, expected.size())));
      found += expected.size();
    }
    assertThat(found).as("searches that find nothing prove nothing").isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "比亚迪, CN-1",
    "海豹 王朝, CN-1",
    "海豹　王朝, CN-1",
    "瑞 虎 cn-3, CN-3",
    "06dm, CN-1",
    "käfer äöü, CN_2%",
    "100%_X, CN_2%",
    "１００％, CN_2%",
    "无价, CN-3",
  })
  void textIsFoundInBothLanguagesAnyCaseAndWidth(String text, String code) {
    assertThat(search(Map.of("q", text)).<String>getList("items.modelCode")).containsExactly(code);
  }

  @Test
  void wordsThatDoNotAllStandThereFindNothing() {
    assertThat(search(Map.of("q", "海豹 瑞虎")).getInt("models")).isZero();
    assertThat(search(Map.of("q", "%")).<String>getList("items.modelCode"))
        .containsExactly("CN_2%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"footprint", "-footprint", "ratio", "-ratio", "name", "-name", "price", "-price"})
  void everyOrderIsCompleteOverItsPages(String sort) {
    String field =
        Map.of(
                "footprint",
                "footprintGramsPerKm",
                "ratio",
                "ratio",
                "name",
                "modelName",
                "price",
                "priceCny")
            .get(sort.replace("-", ""));
    Function<RatedModel, String> text = model -> model.text(field);
    Comparator<String> values =
        field.equals("modelName")
            ? Comparator.naturalOrder()
            : Comparator.comparing(BigDecimal::new);
    Comparator<String> order = sort.startsWith("-") ? values.reversed() : values;
    List<String> expected =
        SearchedFleet.MODELS.stream()
            .filter(
                model ->
                    model.text("segment").equals("C") || model.text("modelCode").startsWith("CN"))
            .filter(model -> !model.text("powertrain").equals("GASOLINE"))
            .sorted(
                Comparator.comparing((RatedModel model) -> text.apply(model).isEmpty())
                    .thenComparing(
                        (one, other) ->
                            text.apply(one).isEmpty() || text.apply(other).isEmpty()
                                ? 0
                                : order.compare(text.apply(one), text.apply(other)))
                    .thenComparing(model -> model.text("modelCode")))
            .map(model -> model.text("modelCode"))
            .filter(code -> !code.startsWith("CN"))
            .toList();

    List<String> codes =
        Pages.all("latest/models?segment=C&powertrain=BEV,PHEV,HEV,DIESEL&limit=97&sort=" + sort);

    assertThat(codes).hasSizeGreaterThan(97).isEqualTo(expected);
  }

  @Test
  void facetsCountWhatAnotherChoiceWouldFind() {
    JsonPath answer =
        search(
            Map.of(
                "powertrain",
                "BEV",
                "class",
                "1",
                "onSale",
                "true",
                "facets",
                "powertrain,class,bodyType,segment"));

    Predicate<RatedModel> bev = model -> model.text("powertrain").equals("BEV");
    Predicate<RatedModel> first = model -> SearchedFleet.ratingClass(model).equals("1");
    Predicate<RatedModel> onSale = model -> model.text("onSale").equals("true");
    Map<String, Predicate<RatedModel>> others =
        Map.of(
            "powertrain", first.and(onSale),
            "class", bev.and(onSale),
            "bodyType", bev.and(first).and(onSale),
            "segment", bev.and(first).and(onSale));
    others.forEach(
        (facet, filter) -> {
          Map<String, Integer> counted = new TreeMap<>();
          for (Map<String, Object> count : answer.<Map<String, Object>>getList("facets." + facet)) {
            counted.put((String) count.get("value"), (Integer) count.get("models"));
          }
          Map<String, Integer> expected =
              SearchedFleet.MODELS.stream()
                  .filter(filter)
                  .collect(
                      Collectors.toMap(
                          model ->
                              facet.equals("class")
                                  ? SearchedFleet.ratingClass(model)
                                  : model.text(facet),
                          model -> 1,
                          Integer::sum,
                          TreeMap::new));
          assertThat(counted).as(facet).isEqualTo(expected);
        });
  }

  @Test
  void aModelStandsInItsCategory() {
    for (RatedModel model :
        List.of(
            SearchedFleet.MODELS.get(0),
            SearchedFleet.MODELS.get(1),
            SearchedFleet.MODELS.get(4321))) {
      String code = model.text("modelCode");
      List<BigDecimal> category =
          SearchedFleet.MODELS.stream()
              .filter(m -> m.text("onSale").equals("true"))
              .filter(m -> SearchedFleet.category(m).equals(SearchedFleet.category(model)))
              .map(SearchedFleet::footprint)
              .sorted()
              .toList();
      BigDecimal footprint = SearchedFleet.footprint(model);
      boolean onSale = model.text("onSale").equals("true");

      JsonPath answer = ok(Reports.get("latest/models/" + code));

      assertThat(answer.getString("model.modelName")).isEqualTo(model.text("modelName"));
      assertThat(answer.getString("model.category")).isEqualTo(SearchedFleet.category(model));
      if (onSale) {
        assertThat(answer.getInt("place.rank")).isEqualTo(1 + category.indexOf(footprint));
        assertThat(answer.getInt("place.models")).isEqualTo(category.size());
        assertThat(new BigDecimal(answer.getString("place.meanFootprintGramsPerKm")))
            .isEqualByComparingTo(
                category.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(category.size()), 2, RoundingMode.HALF_UP));
      } else {
        assertThat(answer.<Object>get("place")).isNull();
      }
      assertThat(answer.<Integer>getList("history.edition")).containsExactly(1);
    }
    assertThat(ok(Reports.get("1/models/CN-1")).<Object>get("place")).isNull();
  }

  @Test
  void modelsAreComparedInTheOrderAskedFor() {
    String codes =
        SearchedFleet.MODELS.stream()
            .skip(100)
            .limit(6)
            .map(model -> model.text("modelCode"))
            .sorted(Comparator.reverseOrder())
            .collect(Collectors.joining(","));
    JsonPath answer = ok(Reports.get("1/models/comparison?codes=" + codes));
    assertThat(String.join(",", answer.<String>getList("items.model.modelCode"))).isEqualTo(codes);

    Response unknown = Reports.get("1/models/comparison?codes=X1,CN-1,X2");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.jsonPath().getString("detail")).contains("X1").contains("X2");
  }

  @Test
  void rankingsShareRanksAndAreCompleteOverTheirPages() {
    String category = "BEV/SUV/A";
    List<RatedModel> models =
        SearchedFleet.MODELS.stream()
            .filter(model -> SearchedFleet.category(model).equals(category))
            .filter(model -> model.text("onSale").equals("true"))
            .sorted(
                Comparator.comparing(SearchedFleet::footprint)
                    .thenComparing(model -> model.text("modelName"))
                    .thenComparing(model -> model.text("modelCode")))
            .toList();
    List<BigDecimal> footprints = models.stream().map(SearchedFleet::footprint).toList();
    List<String> expected =
        models.stream()
            .map(
                model ->
                    (1 + footprints.indexOf(SearchedFleet.footprint(model)))
                        + " "
                        + model.text("modelCode"))
            .toList();

    List<String> ranked =
        Pages.items("latest/rankings?limit=83&category=" + category).stream()
            .map(item -> item.get("rank") + " " + item.get("modelCode"))
            .toList();

    assertThat(ranked).hasSizeGreaterThan(83).isEqualTo(expected);
  }

  @Test
  void anEnterprisePageAgreesWithItsTables() {
    Map<String, Object> row = Reports.rows("1/tables/4").get(20);
    JsonPath page = ok(Reports.get("1/enterprises/" + row.get("enterpriseCode")));

    assertThat(page.getInt("ratedModels")).isEqualTo(row.get("ratedModels"));
    assertThat(page.getInt("class1.rank")).isEqualTo(row.get("rank"));
    assertThat(page.getInt("classes[0].models")).isEqualTo(row.get("class1Models"));
    assertThat(page.getInt("class1.models")).isEqualTo(row.get("class1Models"));
    assertThat(page.getInt("belowAverage.ofModels")).isEqualTo(page.getInt("onSaleModels"));
    assertThat(page.getInt("classes.models.sum()")).isEqualTo(page.getInt("ratedModels"));
    List<BigDecimal> footprints =
        SearchedFleet.MODELS.stream()
            .filter(model -> model.text("enterprise").equals(row.get("enterpriseCode")))
            .filter(model -> model.text("onSale").equals("true"))
            .map(model -> SearchedFleet.footprint(model).setScale(2, RoundingMode.HALF_UP))
            .sorted()
            .toList();
    assertThat(new BigDecimal(page.getString("best.footprintGramsPerKm")))
        .isEqualByComparingTo(footprints.get(0));
    assertThat(new BigDecimal(page.getString("worst.footprintGramsPerKm")))
        .isEqualByComparingTo(footprints.get(footprints.size() - 1));
    assertThat(Reports.get("1/enterprises/NONE").statusCode()).isEqualTo(404);
  }

  @Test
  void trendsAreTheMeansOfTheFigures() {
    JsonPath trend = ok(Reports.get("trends?of=mean&by=style"));
    Map<String, String> means = new TreeMap<>();
    for (Map<String, Object> point : trend.<Map<String, Object>>getList("items")) {
      means.put((String) point.get("key"), point.get("meanFootprintGramsPerKm").toString());
    }
    Map<String, String> figure = new TreeMap<>();
    for (Map<String, Object> row : Reports.rows("1/figures/14")) {
      figure.put((String) row.get("style"), row.get("meanFootprintGramsPerKm").toString());
    }
    figure.remove("ALL");
    assertThat(means).isEqualTo(figure);
    for (String by : List.of("powertrain", "group", "enterprise")) {
      assertThat(ok(Reports.get("trends?of=mean&by=" + by)).getList("items")).isNotEmpty();
    }
  }

  @Test
  void csvHasARowForEachModel() {
    Response answer =
        Reports.getAs(
            Reports.client().accept("text/csv").queryParam("q", "瑞虎").queryParam("sort", "name"),
            "1/models");
    String csv = new String(answer.asByteArray(), StandardCharsets.UTF_8);

    assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(
            ExpectedRows.columns(
                csv,
                List.of(
                    "modelCode",
                    "modelName",
                    "enterprise",
                    "priceCny",
                    "class",
                    "footprintGramsPerKm")))
        .extracting(row -> String.join("|", row.values()))
        .containsExactly(
            "CN_2%|Käfer ÄÖÜ 100%_x|奇瑞汽车|99800.50|1|150.00", "CN-3|无价 Model|奇瑞汽车|||150.00");
  }

  @Test
  void allFaultsAreTold() {
    Response answer =
        Reports.get(
            "1/models?class=6&powertrain=STEAM&priceFrom=x&launchTo=2024-13&onSale=yes&sort=colour&facets=brand&category=BEV");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/malformed-parameter");
    assertThat(answer.jsonPath().<String>getList("errors.field"))
        .containsExactlyInAnyOrder(
            "class", "powertrain", "priceFrom", "launchTo", "onSale", "sort", "facets", "category");
  }

  @ParameterizedTest
  @CsvSource({
    "1/models?colour=red, 400, unknown-query-parameter",
    "1/models?limit=0, 400, malformed-parameter",
    "1/models?q=%20, 400, malformed-parameter",
    "1/models?cursor=x, 400, malformed-parameter",
    "1/models?priceFrom=-1, 400, malformed-parameter",
    "2/models, 404, unknown-edition",
    "1/models/none, 404, unknown-model",
    "1/models/a%00b, 404, unknown-model",
    "1/models/none/history, 404, unknown-model",
    "1/models/comparison, 400, malformed-parameter",
    "1/models/comparison?codes=a%2Ca, 400, malformed-parameter",
    "'1/models/comparison?codes=a,b,c,d,e,f,g', 400, malformed-parameter",
    "1/rankings, 400, malformed-parameter",
    "1/rankings?category=DIESEL/MPV/A00, 404, unknown-category",
    "1/tables/5/rows/x/models, 404, unknown-table",
    "1/tables/3/rows/none/models, 404, unknown-row",
    "1/figures/16/rows/x/models, 404, unknown-figure",
    "1/figures/14/rows/none/models, 404, unknown-row",
    "1/figures/14/rows/ALL/models?by=brand, 400, unknown-query-parameter",
    "trends?of=median, 400, malformed-parameter",
  })
  void whatCannotBeAnsweredIsAProblem(String path, int status, String type) {
    Response answer = Reports.getAs(Reports.client().urlEncodingEnabled(false), path);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/" + type);
  }
}
