package org.carbonpublicity.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.testing.Reports;
import org.carbonpublicity.reporting.testing.Sales;
import org.junit.jupiter.api.Test;

/** What is said to be sold and corrected, and the best sellers that follow. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SalesTest extends SalesScenario {
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
}
