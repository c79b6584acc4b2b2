package org.carbonpublicity.disclosure.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PublicationTest {

  private static final Path EVENTS = Path.of("src/main/resources/events");

  @Inject Platform platform;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enterprise-registered.v1",
        "footprint-published.v1",
        "batch-opened.v1",
        "review-started.v1",
        "feedback-applied.v1",
        "batch-cancelled.v1",
        "review-closed.v1",
        "deadline-extended.v1",
        "enterprise-notified.v1",
        "batch-published.v1"
      })
  void theGoldenSampleKeepsToItsSchema(String type) throws IOException {
    assertThat(faults(type, Files.readString(EVENTS.resolve(type + ".json")))).isEmpty();
  }

  @Test
  void tellsOfEveryFootprintAndThenOfTheBatch() throws IOException {
    int batch = platform.draft();
    String[] rows = new String[250];
    for (int n = 0; n < rows.length; n++) {
      rows[n] = Platform.gasoline("Told Motors " + batch, "T-" + batch + "-" + n, 5 + n % 10);
    }
    platform.importCsv(batch, "?registerUnknown=true", Platform.form(rows)).statusCode(201);

    platform.publish(batch);

    await()
        .untilAsserted(
            () -> assertThat(of(batch, "footprint-published.v1", Topics.FOOTPRINTS)).hasSize(250));
    await()
        .untilAsserted(
            () -> assertThat(of(batch, "batch-published.v1", Topics.BATCHES)).hasSize(1));
    SentEvent published = of(batch, "batch-published.v1", Topics.BATCHES).get(0);
    assertThat(faults("batch-published.v1", published.json())).isEmpty();
    assertThat(parse(published.json()).get("footprints").asInt()).isEqualTo(250);
    for (SentEvent footprint : of(batch, "footprint-published.v1", Topics.FOOTPRINTS)) {
      assertThat(faults("footprint-published.v1", footprint.json())).isEmpty();
      assertThat(parse(footprint.json()).get("publication"))
          .isEqualTo(parse(published.json()).get("publication"));
    }
  }

  @Test
  void happensOnce() {
    int batch = platform.draft();
    platform
        .importCsv(
            batch,
            "?registerUnknown=true",
            Platform.form(Platform.gasoline("Once Motors", "ONCE-" + batch, 6)))
        .statusCode(201);
    platform.publish(batch);

    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("reviewWaived", true, "reason", "again"))
        .post("/api/v1/batches/" + batch + "/publication")
        .then()
        .statusCode(409)
        .body("detail", containsString("PUBLISHED"));

    assertThat(of(batch, "batch-published.v1", Topics.BATCHES)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void needsAReviewOrAReason() {
    int batch = platform.draft();
    platform
        .importCsv(
            batch,
            "?registerUnknown=true",
            Platform.form(Platform.gasoline("Draft Motors", "DRAFT-" + batch, 6)))
        .statusCode(201);

    Platform.analyst()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/batches/" + batch + "/publication")
        .then()
        .statusCode(409)
        .body("detail", containsString("allowed: import, review"));
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of("reviewWaived", true))
        .post("/api/v1/batches/" + batch + "/publication")
        .then()
        .statusCode(422);
  }

  @Test
  void givesAModelThatIsPublishedAgainItsNextRevision() {
    int first = platform.draft();
    String code = "AGAIN-" + first;
    platform
        .importCsv(
            first,
            "?registerUnknown=true",
            Platform.form(Platform.gasoline("Again Motors", code, 6)))
        .statusCode(201);
    platform.publish(first);
    int second = platform.draft();
    platform
        .importCsv(second, "", Platform.form(Platform.gasoline("Again Motors", code, 5)))
        .statusCode(201);
    platform.publish(second);

    Platform.analyst()
        .get("/api/v1/vehicle-models/" + code)
        .then()
        .body("revision", equalTo(2))
        .body("replaces", equalTo(1))
        .body("batch", equalTo(second));
  }

  private List<SentEvent> of(int batch, String type, String topic) {
    return platform.told(topic, type).stream()
        .filter(event -> parse(event.json()).get("batch").asInt() == batch)
        .toList();
  }

  private static List<String> faults(String type, String json) throws IOException {
    SchemaValidatorsConfig strict =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")), strict);
    return schema.validate(parse(json)).stream().map(Object::toString).toList();
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
