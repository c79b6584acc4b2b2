package org.carbonpublicity.reporting.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.time.Duration;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.reporting.testing.Sales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What series in sales are called otherwise, or registered as, and who they belong to by now. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SeriesNamesTest extends SalesScenario {
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
    assertThat(Sales.alias("Beta", "Uno", "One").statusCode()).isEqualTo(200);
    assertThat(
            Sales.register("Beta", "Zero", "{\"powertrains\": [\"BEV\"], \"pricesCny\": [1]}")
                .statusCode())
        .isEqualTo(200);
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
    // What was called so by the enterprise that was merged can be taken back by the other's name.
    assertThat(Sales.items("/aliases")).hasSize(1);
    assertThat(Sales.analyst().delete("/api/v1/sales/aliases/Alpha/Uno").statusCode())
        .isEqualTo(204);
    assertThat(Sales.items("/aliases")).isEmpty();
    assertThat(Sales.analyst().delete("/api/v1/sales/series/Alpha/Zero").statusCode())
        .isEqualTo(204);
    assertThat(Sales.items("/series")).isEmpty();
    // What is said now is said of both rows.
    Response answer = Sales.stored("2024-09,Beta,One,7\n");
    assertThat(answer.jsonPath().getInt("rowsWithdrawn")).isEqualTo(1);
    assertThat(Sales.items("?enterprise=Alpha"))
        .extracting(row -> row.get("unitsSold"))
        .containsExactly(7, 12);
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
  void chineseFilesInGb18030() {
    String file = "月份,企业,车系,销量\n2024-09,阿尔法,秦PLUS,48000\n2024-09,阿尔法,宋Ｌ,47000\n";

    Response answer =
        Sales.post(Sales.analyst(), "text/csv", file.getBytes(Charset.forName("GB18030")));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    // Width and case make no other series.
    assertThat(Sales.alias("阿尔法", "宋l", "Song L").statusCode()).isEqualTo(200);
    assertThat(Sales.ranking("latest/tables/5")).containsExactly("1 秦PLUS null", "2 Song L null");
  }
}
