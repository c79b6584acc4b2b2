package org.carbonpublicity.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.RatedModel;
import org.carbonpublicity.reporting.testing.Reports;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The producers' own samples are understood, and what our tests send is what producers may send.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EventContractTest {

  private static final Path RATING = Path.of("../rating-service/src/main/resources/events");
  private static final Path DISCLOSURE = Path.of("../disclosure-service/src/main/resources/events");
  private static final Path ASSESSMENT =
      Path.of("../enterprise-assessment-service/src/main/resources/events");

  private static final String AT = "2024-10-14T08:00:00Z";
  private static final String STAR_RULES =
      """
      [{"stars": 5, "scoreFloor": 90, "mandatoryRatioFloorPercent": 80}, {"stars": 4, "scoreFloor": 80},
       {"stars": 3, "scoreFloor": 70}, {"stars": 2, "scoreFloor": 60}, {"stars": 1}]
      """;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;
  @Inject AgroalDataSource dataSource;

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

  @Test
  void theSampleOfARatingIsStored() throws Exception {
    String sample = Files.readString(RATING.resolve("model-rated.v1.json"));

    producers.events().send(Topics.RATINGS, "model-rated.v1", "E01-0001", sample);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        text(
                            """
                            select concat_ws('|', edition, model_code, enterprise, curb_mass_kg, price_cny, on_sale,
                              footprint_grams_per_km, rating_class, ratio, category_mean_grams_per_km, below_average)
                            from model_rating
                            """))
                    .isEqualTo("2|E01-0001|E0001|1400|82800|t|141.68|1|0.896709|149.204318|t"));
  }

  @Test
  void theSampleOfAWithdrawnModelIsStoredAndCounted() throws Exception {
    String sample = Files.readString(RATING.resolve("model-withdrawn.v1.json"));

    producers.events().send(Topics.RATINGS, "model-withdrawn.v1", "E01-0001", sample);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        text(
                            """
                            select concat_ws('|', w.edition, model_code, merged_into, received)
                            from withdrawn_model w join edition_progress p on p.edition = w.edition
                            """))
                    .isEqualTo("3|E01-0001|E01-0002|1"));
  }

  @Test
  void theSampleOfACompletedEditionIsUnderstood() throws Exception {
    String sample = Files.readString(RATING.resolve("edition-completed.v1.json"));

    producers.events().send(Topics.EDITIONS, "edition-completed.v1", "2", sample);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        text(
                            """
                            select concat_ws('|', edition, previous_edition, models, expected, cut_off)
                            from edition_progress
                            """))
                    .isEqualTo("2|1|8417|8385|2024-09-30"));
  }

  @Test
  void theSampleOfPublishedStarsIsShown() throws Exception {
    String sample = Files.readString(ASSESSMENT.resolve("stars-published.v1.json"));

    producers.events().send(Topics.STARS, "stars-published.v1", "E0001", sample);

    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(Reports.membersRows("latest/tables/2")).hasSize(1));
  }

  @Test
  void theSampleOfAGuidelineIsShown() throws Exception {
    String sample = Files.readString(ASSESSMENT.resolve("guideline-activated.v1.json"));

    producers.events().send(Topics.GUIDELINES, "guideline-activated.v1", "cpp-2024", sample);

    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(Reports.rows("latest/tables/12")).isNotEmpty());
  }

  @Test
  void theSampleOfAnEnterpriseIsStored() throws Exception {
    String sample = Files.readString(DISCLOSURE.resolve("enterprise-registered.v1.json"));

    producers.events().send(Topics.ENTERPRISES, "enterprise-registered.v1", "E0001", sample);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        text(
                            """
                            select concat_ws('|', code, name, array_to_string(aliases, ','), revision)
                            from enterprise
                            """))
                    .isEqualTo("E0001|Dongfeng Motor|DFM,东风汽车|1"));
  }

  @Test
  void ourFixturesKeepTheProducersContract() throws IOException {
    JsonSchema rated = schema(RATING.resolve("model-rated.v1.schema.json"));
    JsonSchema completed = schema(RATING.resolve("edition-completed.v1.schema.json"));

    assertThat(rated.validate(RatedModel.model("M1").in(1).json(), InputFormat.JSON)).isEmpty();
    assertThat(rated.validate(RatedModel.model("M1").offSale().in(1).json(), InputFormat.JSON))
        .isEmpty();
    assertThat(rated.validate(RatedModel.model("M1").unrated().in(1).json(), InputFormat.JSON))
        .isEmpty();
    assertThat(
            schema(RATING.resolve("model-withdrawn.v1.schema.json"))
                .validate(Producers.withdrawal(2, "M1"), InputFormat.JSON))
        .isEmpty();
    assertThat(completed.validate(Producers.completion(1, 10, 10), InputFormat.JSON)).isEmpty();
    assertThat(completed.validate(Producers.completion(2, 10, 0), InputFormat.JSON)).isEmpty();
    JsonSchema enterprise = schema(DISCLOSURE.resolve("enterprise-registered.v1.schema.json"));
    for (String json :
        List.of(
            Producers.registration("E0001", "Alpha", 1, null, "A", "甲"),
            Producers.registration("E0002", "Beta", 2, "E0001"))) {
      assertThat(enterprise.validate(json, InputFormat.JSON)).isEmpty();
    }
    JsonSchema stars = schema(ASSESSMENT.resolve("stars-published.v1.schema.json"));
    assertThat(stars.validate(Producers.stars("E0001", "Alpha", "90", 90, 5, AT), InputFormat.JSON))
        .isEmpty();
    JsonSchema guideline = schema(ASSESSMENT.resolve("guideline-activated.v1.schema.json"));
    assertThat(guideline.validate(Producers.guideline("cpp-2024", STAR_RULES), InputFormat.JSON))
        .isEmpty();
  }

  private static JsonSchema schema(Path file) throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(file));
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
