package org.carbonpublicity.reporting.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
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

/** Every number in a row of the demo is that of the models its link leads to. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowModelsTest {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;

  private Producers producers;

  @BeforeAll
  void publish() throws Exception {
    freshState.restore();
    producers = new Producers(bootstrapServers);
    List<RatedModel> fleet = new ArrayList<>(Fleet.rated());
    // One enterprise whose models do not agree on its group, and a name that no path likes.
    fleet.add(odd("X1").with("group", "BYD Auto"));
    fleet.add(odd("X2").with("group", "Aardvark"));
    fleet.add(odd("X3").without("group"));
    producers.edition(1, fleet);
    Reports.awaitEdition(1);
  }

  private static RatedModel odd(String code) {
    return RatedModel.model(code).enterprise("E9/{9}", "A/B {c} 100%?").with("brand", "Ä+B");
  }

  @AfterAll
  void close() {
    producers.close();
  }

  /** As a client does that fills a template in: what is reserved is escaped. */
  private static Response get(String template, String key) {
    String segment = URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    return Reports.client().urlEncodingEnabled(false).get(template.replace("{key}", segment));
  }

  private static JsonPath ok(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  /** Follows the template of each row and compares the counts that the columns name. */
  private static void counts(String document, Map<String, String> columns) {
    JsonPath report = ok(Reports.get(document));
    String template = report.getString("rowModels");
    String column = template.substring(template.indexOf('{') + 1, template.indexOf('}'));
    String path = template.replace("{" + column + "}", "{key}");
    List<Map<String, Object>> rows = report.getList("rows");
    assertThat(rows).isNotEmpty();
    for (Map<String, Object> row : rows) {
      columns.forEach(
          (counted, narrowed) -> {
            String join = narrowed.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + narrowed;
            Response answer = get(path + join, String.valueOf(row.get(column)));
            assertThat(ok(answer).getInt("models"))
                .as(document + " " + row.get(column) + " " + counted)
                .isEqualTo(row.get(counted));
          });
    }
  }

  @Test
  void rowsOfTable3() {
    counts(
        "1/tables/3",
        Map.of("models", "limit=1", "belowAverageModels", "limit=1&belowAverage=true"));
  }

  @Test
  void rowsOfTable4() {
    counts("1/tables/4", Map.of("ratedModels", "limit=1", "class1Models", "limit=1&class=1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 14, 15})
  void rowsOfMeans(int figure) {
    counts("1/figures/" + figure, Map.of("models", "limit=1"));
  }

  @Test
  void rowsOfPowertrains() {
    counts("1/figures/13", Map.of("models", "limit=1", "onSaleModels", "limit=1&onSale=true"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void rowsOfGroups(int figure) {
    Map<String, String> columns =
        IntStream.rangeClosed(1, 5)
            .boxed()
            .collect(
                java.util.stream.Collectors.toMap(
                    number -> "class" + number + "Models", number -> "limit=1&class=" + number));
    columns.put("ratedModels", "limit=1");
    for (String by : List.of("", "?by=brand")) {
      counts("1/figures/" + figure + by, columns);
    }
  }

  @Test
  void theModelsAreThoseOfTheRow() {
    JsonPath odd = ok(get("/api/v1/reports/1/tables/3/rows/{key}/models", "E9/{9}"));

    assertThat(odd.<String>getList("items.modelCode")).containsExactly("X1", "X2", "X3");
    assertThat(Pages.all("1/tables/3/rows/E9%2F%7B9%7D/models?limit=1"))
        .containsExactly("X1", "X2", "X3");
  }
}
