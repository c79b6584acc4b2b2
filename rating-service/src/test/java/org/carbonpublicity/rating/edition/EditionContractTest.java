package org.carbonpublicity.rating.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples and events that were really sent keep to the schemas that consumers build on. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EditionContractTest {

  private static final Path EVENTS = Path.of("src/main/resources/events");

  @Inject Platform platform;

  @ParameterizedTest
  @CsvSource({
    "model-rated.v1.json, model-rated.v1",
    "model-rated.v1.unrated.json, model-rated.v1",
    "model-withdrawn.v1.json, model-withdrawn.v1",
    "edition-completed.v1.json, edition-completed.v1"
  })
  void aSampleKeepsToItsSchema(String sample, String type) throws IOException {
    assertThat(schema(type).validate(Platform.parse(Files.readString(EVENTS.resolve(sample)))))
        .isEmpty();
  }

  @Test
  void theSchemaRefusesWhatCannotBe() throws IOException {
    String rated = Files.readString(EVENTS.resolve("model-rated.v1.json"));

    for (String broken :
        List.of(
            rated.replace("\"class\": 1", "\"class\": 6"),
            rated.replace("\"class\": 1,", ""),
            rated.replace("\"ratio\"", "\"unratedReason\": \"NO_LINE\", \"ratio\""),
            rated.replace("\"belowAverage\": true,", ""),
            rated.replace("\"onSale\": true", "\"onSale\": false"),
            rated.replace("\"series\"", "\"sery\""))) {
      assertThat(schema("model-rated.v1").validate(Platform.parse(broken))).as(broken).isNotEmpty();
    }
  }

  @Test
  void whatIsSentKeepsToItsSchema() throws IOException {
    platform.reset();
    platform.activateScheme();
    platform.publish(
        1,
        3,
        List.of(
            Model.sedan("A", "240"),
            Model.sedan("B", "260").withoutMass(),
            Model.sedan("C", "300").driven("HEV").offSale()));
    platform.awaitEdition(1);
    platform.publish(2, 4, List.of(Model.sedan("A", "240").revised(2, "100").offSale()));
    platform.awaitEdition(2);

    List<SentEvent> ratings = platform.ratingEvents();
    List<SentEvent> editions = platform.editionEvents();

    // In edition 2 both others of A's category have another mean; C is alone in its own.
    assertThat(ratings).hasSize(3 + 2).allSatisfy(event -> keeps(event, "model-rated.v1"));
    assertThat(editions).hasSize(2).allSatisfy(event -> keeps(event, "edition-completed.v1"));
    assertThat(ratings.get(0).json()).contains("Model \\\"").contains("汽车\\t\\\\N");
  }

  private static void keeps(SentEvent event, String type) throws IOException {
    assertThat(event.type()).isEqualTo(type);
    assertThat(schema(type).validate(Platform.parse(event.json()))).as(event.json()).isEmpty();
  }

  private static JsonSchema schema(String type) throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")));
  }
}
