package org.carbonpublicity.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.testing.ExpectedRows;
import org.carbonpublicity.reporting.testing.Fleet;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of the published report come out of the demo's fleet, cell by cell. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedReportTest {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;

  private Producers producers;

  @BeforeAll
  void publishTheDemo() throws Exception {
    freshState.restore();
    producers = new Producers(bootstrapServers);
    producers.guidelineActivated(
        "cpp-2024",
        """
        [{"stars": 1}, {"stars": 2, "scoreFloor": 60}, {"stars": 3, "scoreFloor": 70},
         {"stars": 4, "scoreFloor": 80, "mandatoryRatioFloorPercent": 60},
         {"stars": 5, "scoreFloor": 90, "mandatoryRatioFloorPercent": 80}]
        """);
    publishResults();
    List<RatedModel> fleet = Fleet.rated();
    producers.edition(1, fleet);
    Reports.awaitEdition(1);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(Reports.membersRows("1/tables/1")).hasSize(50));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(Reports.rows("1/tables/12")).hasSize(5));
  }

  /** Scores are 100·k/15 points, sent in no particular order. */
  private void publishResults() {
    Map<String, String> stars = new TreeMap<>();
    ExpectedRows.of("table-2").forEach(row -> stars.put(row.get("enterprise"), row.get("stars")));
    int n = 0;
    for (Map<String, String> row : ExpectedRows.of("table-1").stream().sorted(byName()).toList()) {
      long items = Math.round(Integer.parseInt(row.get("score")) * 15 / 100.0);
      BigDecimal score =
          BigDecimal.valueOf(100 * items).divide(BigDecimal.valueOf(15), 10, RoundingMode.HALF_UP);
      producers.starsPublished(
          "E%04d".formatted(++n),
          row.get("enterprise"),
          score.toPlainString(),
          score.setScale(0, RoundingMode.HALF_UP).intValueExact(),
          Integer.parseInt(stars.get(row.get("enterprise"))),
          "2024-10-14T08:00:00Z");
    }
  }

  private static Comparator<Map<String, String>> byName() {
    return Comparator.comparing(row -> row.get("enterprise"));
  }

  @AfterAll
  void close() {
    producers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"table-3", "table-4", "table-12", "table-1", "table-2"})
  void tableIsAsPublished(String table) {
    List<Map<String, String>> expected = ExpectedRows.of(table);

    String csv = csv("1/tables/" + table.substring("table-".length()), Reports.member());

    assertThat(ExpectedRows.columns(csv, expected.get(0).keySet())).isEqualTo(expected);
  }

  @Test
  void starsAreSpreadAsPublished() {
    List<Integer> counts = new ArrayList<>();
    for (int stars = 5; stars >= 1; stars--) {
      int wanted = stars;
      counts.add(
          (int)
              Reports.membersRows("1/tables/2").stream()
                  .filter(row -> row.get("stars").equals(wanted))
                  .count());
    }
    assertThat(counts).containsExactly(11, 14, 2, 1, 22);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15})
  void figureHasThePublishedRows(int figure) {
    List<Map<String, String>> expected = ExpectedRows.of("figure-" + figure);

    String csv = csv("1/figures/" + figure, Reports.client());

    assertThat(ExpectedRows.columns(csv, expected.get(0).keySet())).containsAll(expected);
  }

  /**
   * The report prints whole percentages of 48 enterprises and, within BYD and Great Wall, 8 brands.
   * SAIC Volkswagen (its five add up to 89) and Chery New Energy (80) are the report's own errors
   * and left out of the expected file.
   */
  @Test
  void classDistributionsAreAsPublished() {
    List<Map<String, String>> expected = ExpectedRows.of("class-distribution");
    assertThat(expected).hasSize(46 + 8);

    List<Map<String, String>> actual =
        expected.stream().map(PublishedReportTest::wholePercentages).toList();

    assertThat(actual).isEqualTo(expected);
  }

  private static Map<String, String> wholePercentages(Map<String, String> expected) {
    Map<String, Object> row =
        Reports.client()
            .queryParam("group", expected.get("group"))
            .queryParam("by", expected.get("by"))
            .get("/api/v1/reports/1/figures/class-distribution")
            .jsonPath()
            .<Map<String, Object>>getList("rows")
            .stream()
            .filter(r -> r.get("name").equals(expected.get("name")))
            .findFirst()
            .orElseThrow();
    Map<String, String> actual = new LinkedHashMap<>();
    actual.put("group", expected.get("group"));
    actual.put("by", expected.get("by"));
    actual.put("name", expected.get("name"));
    BigDecimal rated = new BigDecimal(row.get("ratedModels").toString());
    for (int number = 1; number <= 5; number++) {
      BigDecimal models = new BigDecimal(row.get("class" + number + "Models").toString());
      BigDecimal percent =
          models.multiply(BigDecimal.valueOf(100)).divide(rated, 0, RoundingMode.HALF_UP);
      actual.put("class" + number + "Percent", percent.toPlainString());
    }
    return actual;
  }

  @Test
  void groupsStandInTheOrderThatTheReportStates() {
    List<Object> groups =
        Reports.rows("1/figures/1").stream().map(row -> row.get("group")).toList();

    assertThat(groups).hasSize(10).startsWith("BYD Auto");
  }

  /**
   * The report names VOYAH, Denza, SERES and Li Auto as the NEV companies with higher means, and
   * Chery New Energy as lower. Computed here apart from production code, over the fleet.
   */
  @Test
  void nevEnterprisesStandInTheOrderThatTheReportStates() {
    List<Map<String, Object>> rows = Reports.rows("1/figures/12");
    List<Object> names = rows.stream().map(row -> row.get("enterprise")).toList();

    assertThat(names).hasSize(27).startsWith("Chery New Energy").doesNotContain("Livan");
    assertThat(names.subList(20, 27)).contains("VOYAH", "Denza", "SERES", "Li Auto");
    assertThat(rows.get(0)).containsEntry("models", 25);
    Map<String, List<Map<String, String>>> fleet =
        ExpectedRows.read(Path.of("../deploy/local/demo/fleet-2024-09.csv")).stream()
            .filter(row -> row.get("on_sale").equals("Y"))
            .collect(Collectors.groupingBy(row -> row.get("enterprise")));
    for (Map<String, Object> row : rows) {
      List<Map<String, String>> models = fleet.get(row.get("enterprise").toString());
      assertThat(models).extracting(model -> model.get("powertrain")).isSubsetOf("BEV", "PHEV");
      BigDecimal sum =
          models.stream()
              .map(model -> new BigDecimal(model.get("footprint_g_per_km")))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(new BigDecimal(row.get("meanFootprintGramsPerKm").toString()))
          .isEqualByComparingTo(
              sum.divide(BigDecimal.valueOf(models.size()), 2, RoundingMode.HALF_UP));
    }
  }

  @Test
  void powertrainFigureCountsAllPublishedModelsAndDescribesThoseOnSale() {
    List<Map<String, Object>> rows = Reports.rows("1/figures/13");

    assertThat(rows.stream().mapToInt(row -> (int) row.get("models")).sum()).isEqualTo(7120);
    assertThat(rows.stream().mapToInt(row -> (int) row.get("onSaleModels")).sum()).isEqualTo(3402);
    List<Map<String, Object>> bins = Reports.get("1/figures/13").jsonPath().getList("histogram");
    assertThat(bins.stream().mapToInt(bin -> (int) bin.get("models")).sum()).isEqualTo(3402);
  }

  private static String csv(String path, RequestSpecification client) {
    return client
        .accept("text/csv")
        .get("/api/v1/reports/" + path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
