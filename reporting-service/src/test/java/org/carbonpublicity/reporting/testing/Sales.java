package org.carbonpublicity.reporting.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.embedded.testing.Tokens;

/** Sales as analysts send them and as everyone reads them. */
public final class Sales {

  public static final String HEADER = "month,enterprise,series,units_sold\n";

  private static final String PATH = "/api/v1/sales";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Sales() {}

  public static RequestSpecification analyst() {
    return Reports.client().auth().oauth2(Tokens.analyst());
  }

  /** Posts rows below the header. */
  public static Response post(String rows) {
    return post(analyst(), "text/csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }

  public static Response post(RequestSpecification client, String type, byte[] file) {
    return client.contentType(type).body(file).post(PATH);
  }

  public static Response stored(String rows) {
    Response answer = post(rows);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer;
  }

  public static Response alias(String enterprise, String name, String series) {
    return put("aliases", enterprise, name, "{\"series\": \"" + series + "\"}");
  }

  public static Response register(String enterprise, String series, String body) {
    return put("series", enterprise, series, body);
  }

  private static Response put(String kind, String enterprise, String series, String body) {
    return analyst()
        .contentType("application/json")
        .body(body)
        .put(PATH + "/" + kind + "/{enterprise}/{series}", enterprise, series);
  }

  public static List<Map<String, Object>> items(String query) {
    Response answer = analyst().get(PATH + query);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath().getList("items");
  }

  /** Rows of a best-seller table as "rank series class". */
  public static List<String> ranking(String table) {
    return Reports.rows(table).stream()
        .map(row -> row.get("rank") + " " + row.get("series") + " " + row.get("seriesClass"))
        .toList();
  }

  /** Waits until an enterprise is known by this name. */
  public static void awaitEnterprise(String name) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () ->
                assertThat(Reports.client().queryParam("enterprise", name).get(PATH).statusCode())
                    .isEqualTo(200));
  }
}
