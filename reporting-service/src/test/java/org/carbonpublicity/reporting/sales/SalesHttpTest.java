package org.carbonpublicity.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.reporting.testing.Reports;
import org.carbonpublicity.reporting.testing.Sales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sales as an API: repeated, tried, paged, refused. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SalesHttpTest extends SalesScenario {
  @Test
  void aRepeatedRequestIsAnsweredOnce() throws SQLException {
    byte[] file = (Sales.HEADER + "2024-09,Alpha,One,1\n").getBytes(StandardCharsets.UTF_8);
    byte[] other = (Sales.HEADER + "2024-09,Alpha,One,2\n").getBytes(StandardCharsets.UTF_8);

    Response first = Sales.post(Sales.analyst().header("Idempotency-Key", "k"), "text/csv", file);
    Response again = Sales.post(Sales.analyst().header("Idempotency-Key", "k"), "text/csv", file);
    Response reused = Sales.post(Sales.analyst().header("Idempotency-Key", "k"), "text/csv", other);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(reused.statusCode()).isEqualTo(422);
    assertThat(count("sales_import")).isEqualTo(1);
  }

  @Test
  void aDryRunAndTheValidRowsOfAFile() throws SQLException {
    String rows = "2024-09,Alpha,One,1\n2024-09,Nobody,One,1\n";
    byte[] file = (Sales.HEADER + rows).getBytes(StandardCharsets.UTF_8);

    Response dry =
        Sales.post(
            Sales.analyst().queryParam("dryRun", true).queryParam("acceptValidRows", true),
            "text/csv",
            file);
    assertThat(dry.statusCode()).isEqualTo(200);
    assertThat(dry.jsonPath().getInt("rowsAccepted")).isEqualTo(1);
    Response strict = Sales.post(Sales.analyst().queryParam("dryRun", true), "text/csv", file);
    assertThat(strict.statusCode()).isEqualTo(200);
    assertThat(strict.jsonPath().getInt("rowsAccepted")).isZero();
    assertThat(strict.jsonPath().getList("errors.code")).containsExactly("unknown-enterprise");
    assertThat(count("sale_revision")).isZero();
    Response all = Sales.post(rows);
    assertThat(all.statusCode()).isEqualTo(422);
    assertThat(count("sale_revision")).isZero();
    Response valid =
        Sales.post(Sales.analyst().queryParam("acceptValidRows", true), "text/csv", file);
    assertThat(valid.statusCode()).isEqualTo(201);
    assertThat(valid.jsonPath().getInt("rowsRejected")).isEqualTo(1);
    assertThat(valid.jsonPath().getList("errors.code")).containsExactly("unknown-enterprise");
    assertThat(count("sale_revision")).isEqualTo(1);
  }

  @Test
  void pagesFollowEachOther() {
    Sales.stored("2024-08,Alpha,C,3\n2024-09,Alpha,A,1\n2024-09,Alpha,B,2\n");

    List<Object> series = new ArrayList<>();
    String next = "/api/v1/sales?limit=2";
    while (next != null) {
      Response page = Reports.client().urlEncodingEnabled(false).get(next);
      assertThat(page.statusCode()).isEqualTo(200);
      series.addAll(page.jsonPath().getList("items.series"));
      String link = page.header("Link");
      next = link == null ? null : link.substring(1, link.indexOf('>'));
    }

    assertThat(series).containsExactly("C", "A", "B");
    assertThat(Sales.items("?month=2024-08")).hasSize(1);
    assertThat(Sales.items("/revisions?month=2024-08&enterprise=E0001&series=c")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/sales?month=2024-9, 400, malformed-parameter",
    "GET, /api/v1/sales?cursor=AAAA, 400, malformed-parameter",
    "GET, /api/v1/sales?limit=0, 400, malformed-parameter",
    "GET, /api/v1/sales?enterprise=Nobody, 404, unknown-enterprise",
    "GET, /api/v1/sales?series=A, 400, unknown-query-parameter",
    "GET, /api/v1/sales/unmatched, 400, malformed-parameter",
    "GET, /api/v1/sales/revisions?month=2024-09&enterprise=Alpha, 400, malformed-parameter",
    "GET, /api/v1/sales/revisions?month=2024-09&enterprise=Alpha&series=X, 404, unknown-sale",
    "DELETE, /api/v1/sales/aliases/Alpha/X, 404, unknown-alias",
    "DELETE, /api/v1/sales/aliases/Nobody/X, 404, unknown-enterprise",
    "DELETE, /api/v1/sales/aliases/%00/X, 404, unknown-enterprise",
    "DELETE, /api/v1/sales/aliases/Alpha/%00, 400, malformed-parameter",
    "DELETE, /api/v1/sales/series/Alpha/X, 404, unknown-series",
  })
  void whatCannotBeAnsweredIsAProblem(String method, String path, int status, String type) {
    Response answer = Sales.analyst().urlEncodingEnabled(false).request(method, path);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/" + type);
  }

  @Test
  void onlyAnalystsChangeAndEveryoneReads() {
    byte[] file = (Sales.HEADER + "2024-09,Alpha,One,1\n").getBytes(StandardCharsets.UTF_8);

    assertThat(Sales.post(Reports.client(), "text/csv", file).statusCode()).isEqualTo(401);
    for (String token : List.of(Tokens.member(), Tokens.automaker("E0001"), Tokens.assessor())) {
      assertThat(Sales.post(Reports.client().auth().oauth2(token), "text/csv", file).statusCode())
          .isEqualTo(403);
    }
    assertThat(Reports.client().get("/api/v1/sales").statusCode()).isEqualTo(200);
    assertThat(Reports.client().get("/api/v1/sales/price-bands").jsonPath().getList("bands.table"))
        .containsExactly(7, 8, 9, 10, 11);
    assertThat(Reports.client().get("/api/v1/sales/unmatched?month=2024-09").statusCode())
        .isEqualTo(401);
  }
}
