package org.carbonpublicity.reporting.report.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
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

/** How tables and figures are asked for and answered, on a small edition. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportHttpTest {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;

  private Producers producers;

  @BeforeAll
  void publish() throws Exception {
    freshState.restore();
    producers = new Producers(bootstrapServers);
    producers.edition(
        1,
        List.of(
            RatedModel.model("M1").with("group", "BYD Auto").enterprise("E0001", "比亚迪"),
            RatedModel.model("M2")
                .with("group", "BYD Auto")
                .enterprise("E0002", "=HYPERLINK(\"x\")"),
            RatedModel.model("M3")
                .with("belowAverage", false)
                .enterprise("E0003", "Says \"hi\", twice")));
    Reports.awaitEdition(1);
  }

  @AfterAll
  void close() {
    producers.close();
  }

  @Test
  void anAnswerSaysWhatItIs() {
    var answer = Reports.get("latest/tables/3").jsonPath();

    assertThat(answer.getInt("number")).isEqualTo(3);
    assertThat(answer.getString("title")).startsWith("Share of models below the average");
    assertThat(answer.getInt("edition")).isEqualTo(1);
    assertThat(answer.getString("asOf")).isEqualTo("2024-09-30");
    assertThat(answer.getString("unit")).isEqualTo("percent");
    assertThat(answer.<Map<String, Object>>getList("columns"))
        .extracting(column -> column.get("key"))
        .containsExactly(
            "rank",
            "enterpriseCode",
            "enterprise",
            "belowAverageSharePercent",
            "belowAverageModels",
            "models");
    assertThat(answer.<Map<String, Object>>getList("rows").get(0).keySet())
        .containsExactly(
            "rank",
            "enterpriseCode",
            "enterprise",
            "belowAverageSharePercent",
            "belowAverageModels",
            "models");
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 企业低于同类平均碳足迹车型占比, zh",
    "zh-CN, 企业低于同类平均碳足迹车型占比, zh",
    "'fr, zh;q=0.5, en;q=0.1', 企业低于同类平均碳足迹车型占比, zh",
    "'zh;q=0.2, en', Share of models below the average footprint of their category, en",
    "fr, Share of models below the average footprint of their category, en",
  })
  void titlesComeInTheLanguageAccepted(String accepted, String title, String language) {
    Response answer =
        Reports.getAs(Reports.client().header("Accept-Language", accepted), "1/tables/3");

    assertThat(answer.jsonPath().getString("title")).isEqualTo(title);
    assertThat(answer.header("Content-Language")).isEqualTo(language);
    assertThat(answer.header("Vary")).contains("Accept-Language").contains("Accept");
  }

  @Test
  void csvIsSafeForSpreadsheets() {
    Response answer = Reports.getAs(Reports.client().accept("text/csv"), "1/tables/3");

    assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(new String(answer.asByteArray(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            rank,enterpriseCode,enterprise,belowAverageSharePercent,belowAverageModels,models
            1,E0002,"'=HYPERLINK(""x"")",100.0,1,1
            1,E0001,比亚迪,100.0,1,1
            3,E0003,"Says ""hi"", twice",0.0,0,1
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void whoHasTheAnswerIsToldSo() {
    String etag = Reports.get("1/tables/3").header("ETag");
    assertThat(etag).matches("\"[^\"]+\"");

    for (String known : List.of(etag, "\"other\", " + etag, "W/" + etag, "*")) {
      Response answer =
          Reports.getAs(Reports.client().header("If-None-Match", known), "1/tables/3");
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.asByteArray()).isEmpty();
      assertThat(answer.header("ETag")).isEqualTo(etag);
    }
    assertThat(
            Reports.getAs(Reports.client().header("If-None-Match", "\"other\""), "1/tables/3")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void everyFormHasAnETagOfItsOwn() {
    List<String> etags =
        List.of(
            Reports.get("1/tables/3").header("ETag"),
            Reports.getAs(Reports.client().accept("text/csv"), "1/tables/3").header("ETag"),
            Reports.getAs(Reports.client().header("Accept-Language", "zh"), "1/tables/3")
                .header("ETag"));

    assertThat(etags).doesNotHaveDuplicates();
    assertThat(Reports.get("latest/tables/3").header("ETag")).isEqualTo(etags.get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "1/tables/5, 404, not-available",
    "1/tables/11, 404, not-available",
    "1/tables/13, 404, unknown-table",
    "1/tables/x, 404, unknown-table",
    "1/tables/5?month=2024-13, 400, malformed-parameter",
    "1/tables/5?month=2024-09, 404, not-available",
    "1/tables/3?month=2024-09, 400, unknown-query-parameter",
    "1/figures/16, 404, unknown-figure",
    "1/figures/0, 404, unknown-figure",
    "2/tables/3, 404, unknown-edition",
    "-1/tables/3, 404, unknown-edition",
    "99999999999999999999/tables/3, 404, unknown-edition",
    "newest/tables/3, 404, unknown-edition",
    "0/tables/3, 404, not-published-yet",
    "1/figures/9, 404, not-published-yet",
    "1/tables/3?limit=5, 400, unknown-query-parameter",
    "1/tables/3?by=brand, 400, unknown-query-parameter",
    "1/figures/13?by=brand, 400, unknown-query-parameter",
    "1/figures/2?group=BYD, 400, unknown-query-parameter",
    "1/figures/2?by=series, 400, malformed-parameter",
    "1/figures/class-distribution?group=Nobody, 404, unknown-group",
    "1/figures/class-distribution?group=, 400, malformed-parameter",
    "1/figures/2?by=brand&by=enterprise, 400, malformed-parameter",
    "1/figures/class-distribution?group=a%00b, 400, malformed-parameter",
    "1/figures/class-distribution?grp=BYD, 400, unknown-query-parameter",
    "1/tables/%00, 404, unknown-table",
    "%00/tables/3, 404, unknown-edition",
  })
  void whatCannotBeAnsweredIsAProblem(String path, int status, String type) {
    Response answer = Reports.getAs(Reports.client().urlEncodingEnabled(false), path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/" + type);
    assertThat(answer.jsonPath().getString("detail")).isNotBlank();
  }

  @Test
  void anUnknownParameterIsNamed() {
    Response answer = Reports.get("1/tables/3?limit=5&page=2");

    assertThat(answer.jsonPath().getList("errors.parameter")).containsExactly("limit", "page");
  }

  @Test
  void aProblemIsAProblemForCsvReadersToo() {
    Response answer = Reports.getAs(Reports.client().accept("text/csv"), "1/tables/13");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void reportsCannotBeWritten() {
    Response answer =
        Reports.client()
            .contentType("application/json")
            .body("{}")
            .post("/api/v1/reports/1/tables/3");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void noOtherFormIsOffered() {
    assertThat(Reports.getAs(Reports.client().accept("application/pdf"), "1/tables/3").statusCode())
        .isEqualTo(406);
  }

  @Test
  void groupFiguresAreClassDistributionsOfTheirGroups() {
    Response figure = Reports.get("1/figures/2?by=brand");
    Response distribution =
        Reports.getAs(
            Reports.client().queryParam("group", "BYD Auto").queryParam("by", "brand"),
            "1/figures/class-distribution");

    assertThat(figure.jsonPath().getInt("number")).isEqualTo(2);
    assertThat(figure.jsonPath().getString("title")).contains("BYD Auto");
    assertThat(figure.jsonPath().getList("rows"))
        .isEqualTo(distribution.jsonPath().getList("rows"));
    assertThat(figure.jsonPath().<Map<String, Object>>getList("rows").get(0))
        .containsEntry("name", "Alpha")
        .containsEntry("ratedModels", 2);
    assertThat(Reports.rows("1/figures/2")).hasSize(2);
    assertThat(Reports.rows("1/figures/class-distribution")).hasSize(3);
  }

  @Test
  void aTokenThatDoesNotHoldIsAProblem() {
    Response answer = Reports.getAs(Reports.client().auth().oauth2("a.b.c"), "1/tables/1");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/unauthorized");
  }

  @Test
  void withoutTheAnalystsTokenDeadLettersStayClosed() {
    assertThat(Reports.client().get("/api/v1/operations/reporting/dead-letters").statusCode())
        .isEqualTo(401);
  }
}
