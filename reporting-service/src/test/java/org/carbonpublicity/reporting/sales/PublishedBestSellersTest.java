package org.carbonpublicity.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.testing.ExpectedRows;
import org.carbonpublicity.reporting.testing.Fleet;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.RatedModel;
import org.carbonpublicity.reporting.testing.Reports;
import org.carbonpublicity.reporting.testing.Sales;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The best sellers of the published report come out of the demo's fleet and sales, cell by cell:
 * edition 1 while batch 4 is preliminary, edition 2 once it is published.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedBestSellersTest {

  private static final Path DEMO = Path.of("../deploy/local/demo");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;

  private Producers producers;
  private List<RatedModel> published;

  @BeforeAll
  void publishTheDemo() throws Exception {
    freshState.restore();
    producers = new Producers(bootstrapServers);
    List<RatedModel> fleet = Fleet.rated();
    Map<String, String> codes = new TreeMap<>();
    fleet.forEach(model -> codes.put(model.text("enterpriseName"), model.text("enterprise")));
    codes.forEach((name, code) -> producers.enterprise(code, name, 1));
    producers.edition(1, fleet);
    Reports.awaitEdition(1);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> codes.keySet().forEach(Sales::awaitEnterprise));
    // The same file before the registrations and after: what is unmatched is what is pending.
    byte[] file = Files.readAllBytes(DEMO.resolve("sales-2024-09.csv"));
    Response answer = Sales.post(Sales.analyst(), "text/csv", file);
    assertThat(answer.jsonPath().getList("unmatched.series"))
        .containsExactlyInAnyOrder("Qin L", "Seal 06 DM-i", "Song L DM-i");
    List<RatedModel> batch4 = new ArrayList<>();
    Map<String, List<String>> prices = new TreeMap<>();
    for (Map<String, String> row : ExpectedRows.read(DEMO.resolve("batch-4-preliminary.csv"))) {
      if (Set.of("Qin L", "Seal 06 DM-i", "Song L DM-i").contains(row.get("series"))) {
        prices
            .computeIfAbsent(row.get("series"), series -> new ArrayList<>())
            .add(row.get("price_cny"));
        batch4.add(
            RatedModel.model(row.get("model_code"))
                .enterprise(codes.get("BYD"), "BYD")
                .with("series", row.get("series"))
                .with("powertrain", row.get("powertrain"))
                .with("priceCny", new BigDecimal(row.get("price_cny")))
                .with("class", batch4.size() % 5 + 1));
      }
    }
    prices.forEach(
        (series, values) ->
            assertThat(
                    Sales.register(
                            "BYD",
                            series,
                            "{\"powertrains\": [\"PHEV\"], \"pricesCny\": " + values + "}")
                        .statusCode())
                .isEqualTo(200));
    published = new ArrayList<>(fleet);
    published.addAll(batch4);
    producers.rated(batch4.stream().map(model -> model.in(2)).toList());
    producers.completed(2, published.size(), batch4.size());
    Reports.awaitEdition(2);
  }

  @AfterAll
  void close() {
    producers.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7, 8, 9, 10, 11})
  void tableIsAsPublished(int table) {
    List<Map<String, String>> expected = ExpectedRows.of("table-" + table);

    assertThat(shown(1, table)).isEqualTo(expected);
    assertThat(ExpectedRows.columns(csv("1/tables/" + table + "?month=2024-09"), COLUMNS))
        .isEqualTo(expected);
  }

  /** Over the raw events of the edition and the file, apart from the production path. */
  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7, 8, 9, 10, 11})
  void tableOfTheNextEditionIsWhatItsEventsSay(int table) {
    long from =
        List.of(0L, 100_000L, 150_000L, 200_000L, 300_000L, 1L << 60).get(Math.max(0, table - 7));
    long to =
        List.of(0L, 100_000L, 150_000L, 200_000L, 300_000L, 1L << 60).get(Math.max(0, table - 6));
    List<Map<String, String>> expected = new ArrayList<>();
    // The file is in the order of units, all different.
    for (Map<String, String> sold : ExpectedRows.read(DEMO.resolve("sales-2024-09.csv"))) {
      boolean listed = table == 5;
      int worst = 0;
      for (RatedModel model : published) {
        if (model.text("series").equals(sold.get("series"))
            && model.text("enterpriseName").equals(sold.get("enterprise"))
            && model.text("onSale").equals("true")) {
          String ratingClass = model.text("class");
          worst = Math.max(worst, ratingClass.isEmpty() ? 0 : Integer.parseInt(ratingClass));
          String price = model.text("priceCny");
          listed |= table == 6 && model.text("powertrain").matches("BEV|PHEV");
          listed |=
              table >= 7
                  && !price.isEmpty()
                  && Double.parseDouble(price) >= from
                  && Double.parseDouble(price) < to;
        }
      }
      if (listed && expected.size() < 10) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("rank", "" + (expected.size() + 1));
        row.put("series", sold.get("series"));
        row.put("enterprise", sold.get("enterprise"));
        row.put("seriesClass", worst == 0 ? "" : "" + worst);
        row.put("status", worst == 0 ? "PENDING" : "RATED");
        expected.add(row);
      }
    }

    assertThat(expected).isNotEmpty().noneMatch(row -> row.get("status").equals("PENDING"));
    assertThat(shown(2, table)).isEqualTo(expected);
  }

  private static final List<String> COLUMNS =
      List.of("rank", "series", "enterprise", "seriesClass", "status");

  private static List<Map<String, String>> shown(int edition, int table) {
    return ExpectedRows.columns(csv(edition + "/tables/" + table), COLUMNS);
  }

  private static String csv(String path) {
    Response answer = Reports.getAs(Reports.client().accept("text/csv"), path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }
}
