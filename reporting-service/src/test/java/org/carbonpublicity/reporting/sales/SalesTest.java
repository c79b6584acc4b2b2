package org.carbonpublicity.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.RatedModel;
import org.carbonpublicity.reporting.testing.Reports;
import org.carbonpublicity.reporting.testing.Sales;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to be sold, corrected and called otherwise, and the best sellers that follow. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SalesTest {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;
  @Inject AgroalDataSource dataSource;

  private Producers producers;

  @BeforeEach
  void start() throws SQLException {
    freshState.restore();
    producers = new Producers(bootstrapServers);
    producers.enterprise("E0001", "Alpha", 1, "阿尔法");
    Sales.awaitEnterprise("阿尔法");
  }

  @AfterEach
  void stop() {
    producers.close();
  }

  private static RatedModel model(String code, String series, int ratingClass, String price) {
    return RatedModel.model(code)
        .with("series", series)
        .with("class", ratingClass)
        .with("priceCny", new BigDecimal(price));
  }

  private void edition(int number, RatedModel... models) {
    producers.edition(number, List.of(models));
    Reports.awaitEdition(number);
  }

  private long count(String table) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void aFileIsStoredAndRankedAtOnce() {
    edition(
        1,
        model("M1", "One", 2, "99999.99"),
        model("M2", "One", 4, "100000"),
        model("M3", "Two", 1, "300000").with("powertrain", "GASOLINE"),
        model("M4", "Two", 5, "500").offSale());

    Response answer =
        Sales.stored(
            "2024-09,Alpha,One,300\n2024-09,E0001,TWO,300\n2024-09,阿尔法,Three,400\n"
                + "2024-08,alpha,One,1\n");

    assertThat(answer.jsonPath().getList("months")).containsExactly("2024-08", "2024-09");
    assertThat(answer.jsonPath().getInt("rowsAccepted")).isEqualTo(4);
    assertThat(answer.jsonPath().getInt("rowsNew")).isEqualTo(4);
    assertThat(answer.jsonPath().getList("unmatched.series")).containsExactly("Three");
    // Off sale counts in no class; the worst on sale is the series' own; ties share.
    assertThat(Sales.ranking("latest/tables/5"))
        .containsExactly("1 Three null", "2 One 4", "2 Two 1");
    assertThat(Reports.rows("latest/tables/5").get(0)).containsEntry("status", "PENDING");
    assertThat(Reports.rows("latest/tables/5").get(1))
        .containsEntry("status", "RATED")
        .containsEntry("enterprise", "Alpha");
    assertThat(Sales.ranking("latest/tables/6")).containsExactly("1 One 4");
    // A bound belongs to the band above it, and a series to every band it is priced in.
    assertThat(Sales.ranking("latest/tables/7")).containsExactly("1 One 4");
    assertThat(Sales.ranking("latest/tables/8")).containsExactly("1 One 4");
    assertThat(Sales.ranking("latest/tables/10")).isEmpty();
    assertThat(Sales.ranking("latest/tables/11")).containsExactly("1 Two 1");
    assertThat(Sales.ranking("latest/tables/5?month=2024-08")).containsExactly("1 One 4");
    var table = Reports.get("latest/tables/8").jsonPath();
    assertThat(table.getString("month")).isEqualTo("2024-09");
    assertThat(table.getString("asOf")).isEqualTo("2024-09-30");
    assertThat(table.getInt("priceFromCny")).isEqualTo(100000);
    assertThat(table.getString("title"))
        .isEqualTo("Best-selling series from CNY 100,000 to below CNY 150,000");
    assertThat(
            Reports.getAs(Reports.client().header("Accept-Language", "zh"), "latest/tables/7")
                .jsonPath()
                .getString("title"))
        .isEqualTo("畅销车系（100,000元以下）");
  }

  @Test
  void everyEditionKeepsItsBestSellers() {
    edition(1, model("M1", "One", 3, "120000"));
    Sales.stored("2024-09,Alpha,One,10\n");
    String former = Reports.get("1/tables/5").header("ETag");
    edition(2, model("M1", "One", 1, "120000"));
    Sales.stored("2024-10,Alpha,One,20\n");

    assertThat(Sales.ranking("1/tables/5")).containsExactly("1 One 3");
    assertThat(Reports.get("1/tables/5").header("ETag")).isEqualTo(former);
    assertThat(Reports.get("1/tables/5?month=2024-10").statusCode()).isEqualTo(404);
    assertThat(Sales.ranking("2/tables/5?month=2024-09")).containsExactly("1 One 1");
    assertThat(Reports.get("2/tables/5").jsonPath().getString("month")).isEqualTo("2024-10");
  }

  @Test
  void salesBeforeTheFirstEditionWaitForIt() {
    Sales.stored("2024-09,Alpha,One,10\n");

    assertThat(Sales.ranking("latest/tables/5")).containsExactly("1 One null");
    edition(1, model("M1", "One", 2, "120000"));
    assertThat(Sales.ranking("latest/tables/5")).containsExactly("1 One 2");
  }

  @Test
  void aCorrectionIsARevisionAndNothingIsLost() {
    edition(1, model("M1", "One", 2, "120000"));
    Sales.stored("2024-09,Alpha,One,10\n2024-09,Alpha,Two,20\n");
    String former = Reports.get("latest/tables/5").header("ETag");

    Response answer = Sales.stored("2024-09,Alpha,One,30\n2024-09,Alpha,Two,20\n");
    Response withdrawal = Sales.stored("2024-09,Alpha,Two,\n");

    assertThat(answer.jsonPath().getInt("rowsChanged")).isEqualTo(1);
    assertThat(answer.jsonPath().getInt("rowsNew")).isZero();
    assertThat(withdrawal.jsonPath().getInt("rowsWithdrawn")).isEqualTo(1);
    assertThat(Sales.ranking("latest/tables/5")).containsExactly("1 One 2");
    assertThat(Reports.get("latest/tables/5").header("ETag")).isNotEqualTo(former);
    assertThat(Sales.items("?month=2024-09"))
        .extracting(row -> row.get("unitsSold"))
        .containsExactly(30);
    assertThat(Sales.items("/revisions?month=2024-09&enterprise=Alpha&series=one"))
        .extracting(row -> row.get("revision") + ":" + row.get("unitsSold"))
        .containsExactly("1:10", "2:30");
    assertThat(Sales.items("/revisions?month=2024-09&enterprise=Alpha&series=Two"))
        .extracting(row -> row.get("unitsSold"))
        .containsExactly(20, null);
    // What is withdrawn may come again, as a further revision.
    Sales.stored("2024-09,Alpha,Two,5\n");
    assertThat(Sales.items("/revisions?month=2024-09&enterprise=Alpha&series=Two")).hasSize(3);
  }

  @Test
  void aMonthThatIsWithdrawnAsAWholeHasNoTable() {
    Sales.stored("2024-08,Alpha,One,1\n2024-09,Alpha,One,10\n2024-10,Alpha,One,0\n");
    assertThat(Reports.get("latest/tables/5").jsonPath().getString("month")).isEqualTo("2024-09");

    Sales.stored("2024-09,Alpha,One,\n");

    assertThat(Reports.get("latest/tables/5?month=2024-09").statusCode()).isEqualTo(404);
    assertThat(Reports.get("latest/tables/5").jsonPath().getString("month")).isEqualTo("2024-08");
  }

  @Test
  void anAliasCountsAtOnceAndUntilItIsTakenBack() {
    edition(1, model("M1", "One", 2, "120000"), model("M2", "Two", 3, "120000"));
    Sales.stored("2024-09,Alpha,One,10\n2024-09,Alpha,Uno EV,15\n2024-09,Alpha,Two,20\n");
    assertThat(Sales.items("/unmatched?month=2024-09"))
        .extracting(row -> row.get("series"))
        .containsExactly("Uno EV");

    assertThat(Sales.alias("Alpha", "uno ev", "One").statusCode()).isEqualTo(200);

    assertThat(Sales.ranking("latest/tables/5")).containsExactly("1 One 2", "2 Two 3");
    assertThat(Sales.items("/unmatched?month=2024-09")).isEmpty();
    edition(2, model("M1", "One", 1, "120000"), model("M2", "Two", 3, "120000"));
    assertThat(Sales.ranking("latest/tables/5")).containsExactly("1 One 1", "2 Two 3");
    assertThat(
            Sales.analyst().delete("/api/v1/sales/aliases/E0001/{series}", "Uno EV").statusCode())
        .isEqualTo(204);
    assertThat(Sales.ranking("latest/tables/5"))
        .containsExactly("1 Two 3", "2 Uno EV null", "3 One 1");
    assertThat(Sales.items("/aliases")).isEmpty();
  }

  @Test
  void aRegisteredSeriesIsRankedUntilItsModelsArePublished() {
    edition(1, model("M1", "One", 2, "120000"));
    Sales.stored("2024-09,Alpha,One,10\n2024-09,Alpha,New L,20\n");
    assertThat(Sales.ranking("latest/tables/6")).containsExactly("1 One 2");

    Response answer =
        Sales.register(
            "Alpha",
            "New L",
            """
            {"powertrains": ["PHEV"], "pricesCny": [99800, 150000]}""");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(Sales.ranking("latest/tables/6")).containsExactly("1 New L null", "2 One 2");
    assertThat(Sales.ranking("latest/tables/7")).containsExactly("1 New L null");
    assertThat(Sales.ranking("latest/tables/8")).containsExactly("1 One 2");
    assertThat(Sales.ranking("latest/tables/9")).containsExactly("1 New L null");
    assertThat(Sales.items("/unmatched?month=2024-09")).isEmpty();
    edition(
        2,
        model("M1", "One", 2, "120000"),
        model("M2", "New L", 5, "130000").with("powertrain", "GASOLINE"));
    assertThat(Sales.ranking("latest/tables/6")).containsExactly("1 One 2");
    assertThat(Sales.ranking("latest/tables/7")).isEmpty();
    assertThat(Sales.ranking("latest/tables/8")).containsExactly("1 New L 5", "2 One 2");
    assertThat(Sales.analyst().delete("/api/v1/sales/series/Alpha/New L").statusCode())
        .isEqualTo(204);
    assertThat(Sales.items("/series")).isEmpty();
  }

  @Test
  void aMergerCountsWheneverItIsHeard() {
    producers.enterprise("E0002", "Beta", 1);
    Sales.awaitEnterprise("Beta");
    edition(1, model("M1", "One", 2, "120000"));
    Sales.stored("2024-09,Beta,One,10\n2024-09,Alpha,One,5\n2024-09,Alpha,Two,12\n");
    assertThat(Sales.ranking("latest/tables/5"))
        .containsExactly("1 Two null", "2 One null", "3 One 2");

    producers.merged("E0002", "Beta", 2, "E0001");

    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () ->
                assertThat(Sales.ranking("latest/tables/5"))
                    .containsExactly("1 One 2", "2 Two null"));
    // What is said now is said of both rows.
    Response answer = Sales.stored("2024-09,Beta,One,7\n");
    assertThat(answer.jsonPath().getInt("rowsWithdrawn")).isEqualTo(1);
    assertThat(Sales.items("?enterprise=Alpha"))
        .extracting(row -> row.get("unitsSold"))
        .containsExactly(7, 12);
  }

  @Test
  void twoImportsOfOneMonthAreOneAfterTheOther() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try {
      List<Future<Response>> all = new ArrayList<>();
      for (int i = 1; i <= 8; i++) {
        String rows = "2024-09,Alpha,One,%d\n2024-09,Alpha,Two,%d\n".formatted(i, i);
        all.add(clients.submit(() -> Sales.post(rows)));
      }
      for (Future<Response> one : all) {
        assertThat(one.get().statusCode()).isEqualTo(201);
      }
    } finally {
      clients.shutdownNow();
    }

    assertThat(Sales.items("/revisions?month=2024-09&enterprise=Alpha&series=One"))
        .extracting(row -> row.get("revision"))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    // Never a row of one file beside a row of the other.
    assertThat(Sales.items("?month=2024-09").stream().map(row -> row.get("unitsSold")).distinct())
        .hasSize(1);
  }

  /** Whichever comes first, the latest edition has the latest sales and its own classes. */
  @Test
  void importsAndSwitchesOfEditionsInterleave() throws Exception {
    edition(1, model("M1", "One", 1, "120000"));
    Sales.stored("2024-09,Alpha,One,1\n");
    ExecutorService client = Executors.newSingleThreadExecutor();
    try {
      Future<?> imports =
          client.submit(
              () -> {
                for (int units = 2; units <= 20; units++) {
                  Sales.stored(
                      "2024-09,Alpha,One,%d\n2024-09,Alpha,N%02d,%d\n"
                          .formatted(units, units, units + 1));
                }
              });
      for (int number = 2; number <= 5; number++) {
        producers.edition(number, List.of(model("M1", "One", number, "120000")));
      }
      Reports.awaitEdition(5);
      imports.get();
    } finally {
      client.shutdownNow();
    }

    for (int number = 1; number <= 5; number++) {
      String ratedAs = "One " + number;
      assertThat(Sales.ranking(number + "/tables/8"))
          .as("edition %d", number)
          .containsExactly("1 " + ratedAs);
    }
    assertThat(Sales.ranking("5/tables/5"))
        .startsWith("1 N20 null", "2 N19 null", "2 One 5", "4 N18 null");
  }

  @Test
  void whatCannotBeRankedIsNotStoredEither() throws SQLException {
    Sales.stored("2024-09,Alpha,One,1\n");
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table document add constraint broken check (name <> 'table-9') not valid");
      try {
        assertThat(Sales.post("2024-09,Alpha,One,2\n").statusCode()).isEqualTo(500);
      } finally {
        statement.execute("alter table document drop constraint broken");
      }
    }

    assertThat(count("sale_revision")).isEqualTo(1);
    assertThat(count("sales_import")).isEqualTo(1);
    Sales.stored("2024-09,Alpha,One,2\n");
    assertThat(count("sale_revision")).isEqualTo(2);
  }

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
  void chineseFilesInGb18030() {
    String file = "月份,企业,车系,销量\n2024-09,阿尔法,秦PLUS,48000\n2024-09,阿尔法,宋Ｌ,47000\n";

    Response answer =
        Sales.post(Sales.analyst(), "text/csv", file.getBytes(Charset.forName("GB18030")));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    // Width and case make no other series.
    assertThat(Sales.alias("阿尔法", "宋l", "Song L").statusCode()).isEqualTo(200);
    assertThat(Sales.ranking("latest/tables/5")).containsExactly("1 秦PLUS null", "2 Song L null");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aliases/Alpha/One | {\"series\": \" \"} | 422 | missing",
        "aliases/Alpha/One | {\"series\": \"one\"} | 422 | alias-chain",
        "aliases/Alpha/One | {\"series\": \"Two\", \"enterprise\": \"Nobody\"} | 422 | unknown-enterprise",
        "aliases/Alpha/Taken Target | {\"series\": \"Two\"} | 422 | alias-chain",
        "aliases/Alpha/Three | {\"series\": \"Taken\"} | 422 | alias-chain",
        "aliases/Nobody/One | {\"series\": \"Two\"} | 404 | unknown-enterprise",
        "aliases/Alpha/One | {\"serie\": \"Two\"} | 400 | malformed-body",
        "aliases/Alpha/One | [] | 400 | malformed-body",
        "series/Alpha/One | {} | 422 | missing",
        "series/Alpha/One | {\"powertrains\": [\"EV\"], \"pricesCny\": [1]} | 422 | unknown-value",
        "series/Alpha/One | {\"powertrains\": [\"BEV\"], \"pricesCny\": [0]} | 422 | out-of-range",
        "series/Alpha/One | {\"powertrains\": [\"BEV\"], \"pricesCny\": [1e30]} | 422 | out-of-range",
        "series/Nobody/One | {\"powertrains\": [\"BEV\"], \"pricesCny\": [1]} | 404 | unknown-enterprise",
      })
  void whatANameCannotStandForIsAProblem(String path, String body, int status, String code) {
    Sales.alias("Alpha", "Taken", "Taken Target");

    Response answer =
        Sales.analyst().contentType("application/json").body(body).put("/api/v1/sales/" + path);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.asString()).contains(code);
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
