package org.carbonpublicity.reporting.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.RatedModel;
import org.carbonpublicity.reporting.testing.Reports;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables 1, 2 and 12, which follow from assessments and guidelines. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class StarsTest {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;

  private Producers producers;

  @BeforeEach
  void start() throws SQLException {
    freshState.restore();
    producers = new Producers(bootstrapServers);
  }

  @AfterEach
  void stop() {
    producers.close();
  }

  private void published(String code, String name, String score, int stars) {
    producers.starsPublished(
        code,
        name,
        score,
        (int) Math.round(Double.parseDouble(score)),
        stars,
        "2024-10-14T20:00:00Z");
  }

  private static List<Object> column(String path, String column) {
    return Reports.membersRows(path).stream().map(row -> row.get(column)).toList();
  }

  private static void awaitRows(String path, int rows) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertThat(Reports.membersRows(path)).hasSize(rows));
  }

  @Test
  void resultsAreReadableBeforeTheFirstEdition() {
    published("E0001", "Alpha", "173.3333333333", 5);
    awaitRows("latest/tables/1", 1);

    var answer = Reports.getAs(Reports.member(), "latest/tables/1").jsonPath();

    assertThat(answer.getInt("edition")).isZero();
    // 20:00 in Greenwich is the next day in China.
    assertThat(answer.getString("asOf")).isEqualTo("2024-10-15");
    assertThat(answer.getList("rows"))
        .containsExactly(
            Map.of("rank", 1, "enterpriseCode", "E0001", "enterprise", "Alpha", "score", 173));
  }

  @Test
  void scoresAreRankedExactlyAndShownRounded() {
    published("E0001", "Alpha", "80.1", 4);
    published("E0002", "Beta", "80.4", 4);
    published("E0003", "Gamma", "80.1", 3);
    awaitRows("latest/tables/1", 3);

    assertThat(column("latest/tables/1", "enterprise")).containsExactly("Beta", "Alpha", "Gamma");
    assertThat(column("latest/tables/1", "rank")).containsExactly(1, 2, 2);
    assertThat(column("latest/tables/1", "score")).containsExactly(80, 80, 80);
    assertThat(column("latest/tables/2", "rank")).containsExactly(1, 1, 3);
  }

  @Test
  void aLaterResultReplacesTheFormerAndAnOlderOneDoesNot() {
    producers.starsPublished("E0001", "Alpha", "60", 60, 2, "2024-10-02T00:00:00Z");
    producers.starsPublished("E0001", "Alpha", "90", 90, 5, "2024-10-03T00:00:00Z");
    producers.starsPublished("E0001", "Alpha", "10", 10, 1, "2024-10-01T00:00:00Z");
    producers.starsPublished("E0001", "Alpha", "95", 95, 5, "2024-10-04T00:00:00Z");

    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(column("latest/tables/1", "score")).containsExactly(95));
  }

  @Test
  void anEditionTakesResultsOverAndFormerEditionsKeepTheirs() {
    published("E0001", "Alpha", "90", 5);
    awaitRows("latest/tables/1", 1);
    producers.edition(1, List.of(RatedModel.model("M1")));
    Reports.awaitEdition(1);
    published("E0002", "Beta", "95", 5);
    awaitRows("1/tables/1", 2);
    producers.edition(2, List.of(RatedModel.model("M1").footprint("151")));
    Reports.awaitEdition(2);
    published("E0003", "Gamma", "99", 5);
    awaitRows("2/tables/1", 3);

    assertThat(column("0/tables/1", "enterprise")).containsExactly("Alpha");
    assertThat(column("1/tables/1", "enterprise")).containsExactly("Beta", "Alpha");
    assertThat(column("latest/tables/2", "enterprise")).containsExactly("Alpha", "Beta", "Gamma");
  }

  @ParameterizedTest
  @CsvSource({
    "public, 401",
    "member, 200",
    "automaker, 403",
    "analyst, 200",
    "assessor, 200",
  })
  void tables1And2AreForMembers(String role, int status) {
    published("E0001", "Alpha", "90", 5);
    awaitRows("latest/tables/1", 1);

    for (String table : List.of("tables/1", "tables/2")) {
      var client = Reports.client();
      var response =
          switch (role) {
            case "member" -> client.auth().oauth2(Tokens.member());
            case "automaker" -> client.auth().oauth2(Tokens.automaker("E0001"));
            case "analyst" -> client.auth().oauth2(Tokens.analyst());
            case "assessor" -> client.auth().oauth2(Tokens.assessor());
            default -> client;
          };
      var answer = Reports.getAs(response, "latest/" + table);
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.asString().contains("Alpha")).isEqualTo(status == 200);
      if (status != 200) {
        assertThat(answer.contentType()).startsWith("application/problem+json");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"01", "1.0", "+1", "%31%20", "002", "1;x=1", "1%2F"})
  void noOtherSpellingOpensAMembersTable(String number) {
    published("E0001", "Alpha", "90", 5);
    awaitRows("latest/tables/1", 1);

    var answer =
        Reports.getAs(Reports.client().urlEncodingEnabled(false), "latest/tables/" + number);

    assertThat(answer.statusCode()).isIn(400, 401, 404);
    assertThat(answer.asString()).doesNotContain("Alpha");
  }

  @Test
  void table12ShowsTheGuidelineInForceToEveryone() {
    producers.guidelineActivated("first", "[{\"stars\": 1}]");
    producers.guidelineActivated(
        "second",
        """
        [{"stars": 1}, {"stars": 5, "scoreFloor": 90, "mandatoryRatioFloorPercent": 80}]
        """);
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(Reports.rows("latest/tables/12")).hasSize(2));

    assertThat(Reports.rows("latest/tables/12").get(0))
        .isEqualTo(Map.of("stars", 5, "scoreFloor", 90, "mandatoryRatioFloorPercent", 80));
    assertThat(Reports.rows("latest/tables/12").get(1))
        .containsEntry("stars", 1)
        .containsEntry("scoreFloor", null);
  }

  @Test
  void beforeAnyResultTheTablesSayWhatIsMissing() {
    assertThat(Reports.getAs(Reports.member(), "latest/tables/1").jsonPath().getString("type"))
        .isEqualTo("/problems/not-published-yet");
    assertThat(Reports.get("latest/tables/12").statusCode()).isEqualTo(404);
  }
}
