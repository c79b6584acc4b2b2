package org.carbonpublicity.assessment.carbontarget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Set;
import java.util.TreeSet;
import org.carbonpublicity.assessment.fixture.AdjustableClock;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class TargetEventTest {

  private static final Path EVENTS = Path.of("src/main/resources/events");

  @Inject Platform platform;
  @Inject AdjustableClock clock;

  private TargetClient targets;

  @BeforeEach
  void client() {
    targets = new TargetClient(clock);
  }

  private static Set<String> fields(String json) {
    Set<String> names = new TreeSet<>();
    Platform.parse(json).fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void whatIsToldKeepsToItsSchema() throws IOException {
    String enterprise = platform.enterprise("Telling Motors");
    String id = targets.published(enterprise);
    String sample = Files.readString(EVENTS.resolve("target-changed.v1.json"));

    List<SentEvent> told = platform.told(Topics.TARGETS, id);

    assertThat(faults(sample)).isEmpty();
    assertThat(faults(sample.replace("\"ON_TRACK\"", "\"LOST\""))).isNotEmpty();
    assertThat(told)
        .allSatisfy(
            event -> {
              assertThat(event.type()).isEqualTo("target-changed.v1");
              assertThat(faults(event.json())).isEmpty();
            });
    assertThat(fields(told.get(3).json())).isEqualTo(fields(sample));
    JsonNode validated = Platform.parse(told.get(2).json());
    assertThat(validated.get("published").asBoolean()).isFalse();
    assertThat(validated.has("path")).isFalse();
    assertThat(validated.get("checkpoints")).isEmpty();
  }

  private static List<String> faults(String json) throws IOException {
    SchemaValidatorsConfig strict =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(Files.readString(EVENTS.resolve("target-changed.v1.schema.json")), strict)
        .validate(Platform.parse(json))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
