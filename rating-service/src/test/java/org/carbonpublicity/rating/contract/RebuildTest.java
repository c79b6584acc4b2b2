package org.carbonpublicity.rating.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever comes late needs the compacted topic alone: folded by key, it is what the database says
 * of every model of the latest edition.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class RebuildTest {

  /** Other tests use the topic as well. */
  private static final String PREFIX = "REBUILD-";

  private static final List<String> POWERTRAINS =
      List.of("GASOLINE", "DIESEL", "HEV", "PHEV", "BEV");
  private static final int MODELS = 300;

  /** What an event says of a model, under the names of the database, and since which edition. */
  private static final String RATINGS =
      """
      select model_code, row_to_json(r)::text from (
        select (select max(c.edition) from rating c
            where c.model_code = rating.model_code and c.changed) as "edition",
          model_code as "modelCode", model_name as "modelName", enterprise,
          enterprise_name as "enterpriseName", group_name as "group", brand,
          country_style as "countryStyle", series, powertrain, body_type as "bodyType", segment,
          curb_mass_kg as "curbMassKg", price_cny as "priceCny", launch_month as "launchMonth",
          on_sale as "onSale", batch, footprint_revision as "footprintRevision",
          footprint_grams_per_km as "footprintGramsPerKm", class, unrated_reason as "unratedReason",
          ratio, reference, category_mean as "categoryMean", below_average as "belowAverage",
          model_code
        from rating where edition = (select max(number) from edition where state = 'COMPLETED')) r""";

  @Inject Platform platform;
  @Inject AgroalDataSource dataSource;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void publishSeveralEditions() {
    platform.reset();
    platform.activateScheme();
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < MODELS; i++) {
      models.add(model(i, 1));
    }
    platform.publish(1, 3, models);
    platform.awaitEdition(1);
    platform.correct(
        2, 4, List.of(model(0, 2), model(5, 2), model(7, 2).offSale()), codes(10, 15, 22));
    platform.awaitEdition(2);
    platform.putScheme("milder", Platform.SCHEME.replace("0.155", "0.2"));
    platform.activate("milder");
    platform.awaitEdition(3);
    // One comes back and another one goes; three of the five categories stay as they are.
    platform.correct(3, 5, List.of(model(10, 3)), codes(20));
    platform.awaitEdition(4);
    platform.correct(4, 6, List.of(), codes(21));
    platform.awaitEdition(5);
  }

  @Test
  void foldedByKeyTheTopicIsWhatTheDatabaseSays() throws SQLException {
    Map<String, JsonNode> folded = new TreeMap<>();
    Set<String> forgotten = new TreeSet<>();
    platform.ratingEvents(); // Returns when everything has been sent.
    for (SentEvent event :
        platform
            .events()
            .read(Topics.RATINGS, sent -> sent.key() != null && sent.key().startsWith(PREFIX))) {
      if (event.json() == null) {
        forgotten.add(event.key());
        // What compaction keeps: a tombstone ends all that was said of the model before.
        assertThat(event.type()).isEqualTo("tombstone");
        folded.remove(event.key());
      } else {
        folded.put(event.key(), Platform.parse(event.json()));
      }
    }

    assertThat(forgotten).containsExactlyElementsOf(codes(10, 15, 20, 21, 22));
    assertAgrees(folded);
    assertThat(folded.values().stream().map(rating -> rating.get("edition").asInt()).distinct())
        .as("some are unchanged since an older edition")
        .hasSizeGreaterThan(2);
  }

  @Test
  void theConsumerOfTheReadmeReadsTheSame(@TempDir Path folder) throws Exception {
    assertThat(ReadmeExample.source().lines().count()).isLessThan(60);
    platform.ratingEvents();

    Map<String, JsonNode> read = new TreeMap<>();
    ReadmeExample.run(folder, bootstrapServers, "readme-" + UUID.randomUUID())
        .forEach(
            (code, json) -> {
              if (code.startsWith(PREFIX)) {
                read.put(code, Platform.parse(json));
              }
            });

    assertAgrees(read);
  }

  private void assertAgrees(Map<String, JsonNode> told) throws SQLException {
    // The old class is that of the moment: a model that stays as it is has it as its class.
    told.values().forEach(rating -> ((ObjectNode) rating).remove("previousClass"));

    assertThat(told).hasSize(MODELS - 4).isEqualTo(database());
  }

  private Map<String, JsonNode> database() throws SQLException {
    Map<String, JsonNode> ratings = new TreeMap<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RATINGS)) {
      while (row.next()) {
        ObjectNode rating = (ObjectNode) Platform.parse(row.getString(2));
        rating.remove("model_code");
        rating.properties().removeIf(field -> field.getValue().isNull());
        ratings.put(row.getString(1), rating);
      }
    }
    return ratings;
  }

  private static List<String> codes(int... models) {
    List<String> codes = new ArrayList<>();
    for (int model : models) {
      codes.add(code(model));
    }
    return codes;
  }

  private static String code(int model) {
    return PREFIX + "%03d".formatted(model);
  }

  /** Of five powertrains by turns; every 40th cannot be rated. */
  private static Model model(int number, int revision) {
    Model model =
        Model.sedan(code(number), "200")
            .revised(revision, Integer.toString(120 + number % 90 + 3 * revision))
            .driven(POWERTRAINS.get(number % POWERTRAINS.size()));
    return number % 40 == 39 ? model.withoutMass() : model;
  }
}
