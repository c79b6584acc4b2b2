package org.carbonpublicity.assessment.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Set;
import org.carbonpublicity.assessment.fixture.Answers;
import org.carbonpublicity.assessment.fixture.Platform;
import org.carbonpublicity.assessment.fixture.ReviewedPlatform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.embedded.testing.Tokens;
import org.carbonpublicity.messaging.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service promises to those who hear its events. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EventContractTest {

  private static final Path EVENTS = Path.of("src/main/resources/events");

  @Inject Platform platform;
  @Inject ReviewedPlatform reviewed;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guideline-activated.v1",
        "submission-received.v1",
        "submission-reviewed.v1",
        "appeal-decided.v1",
        "stars-awarded.v1",
        "stars-published.v1"
      })
  void theGoldenSampleKeepsToItsSchema(String type) throws IOException {
    assertThat(faults(type, Files.readString(EVENTS.resolve(type + ".json")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "stars-awarded.v1, stars, 6",
    "stars-awarded.v1, boundBy, \"MOOD\"",
    "stars-awarded.v1, score, \"133\"",
    "stars-published.v1, publishedAt, null",
    "submission-received.v1, submission, \"7\"",
    "submission-reviewed.v1, itemsRejected, -1",
    "submission-reviewed.v1, reasons, []",
    "appeal-decided.v1, decidedAt, \"today\"",
    "guideline-activated.v1, items, 0",
  })
  void theSchemaRefusesWhatIsNotPromised(String type, String field, String value)
      throws IOException {
    var event =
        (com.fasterxml.jackson.databind.node.ObjectNode)
            Platform.parse(Files.readString(EVENTS.resolve(type + ".json")));
    event.set(field, Platform.parse(value));

    assertThat(faults(type, event.toString())).isNotEmpty();
  }

  @Test
  void whatIsToldKeepsToItsSchemaAndHasTheFieldsOfTheSample() throws IOException {
    String enterprise = platform.enterprise("Teller");
    JsonNode awarded = platform.awarded(enterprise, Answers.meeting(10, 10));
    String id = awarded.get("id").asText();
    platform.confirm(Tokens.automaker(enterprise), id).statusCode(200);
    platform.publish(Tokens.assessor(), id).statusCode(200);

    SentEvent guideline = platform.told(Topics.GUIDELINES, "cpp-2024").get(0);
    SentEvent submission =
        platform.told(Topics.SUBMISSIONS, awarded.get("submission").asText()).get(0);
    List<SentEvent> stars = platform.toldOfStars(enterprise);

    assertKept(guideline, "guideline-activated.v1");
    assertKept(submission, "submission-received.v1");
    assertKept(stars.get(0), "stars-awarded.v1");
    assertKept(stars.get(1), "stars-published.v1");
    // The topic keeps the latest of each key: an award displaces no publication.
    assertThat(stars)
        .extracting(SentEvent::key)
        .containsExactly(enterprise + "/awarded", enterprise);
    JsonNode told = Platform.parse(stars.get(1).json());
    assertThat(told.get("score").decimalValue()).isEqualByComparingTo("133.3333333333");
    assertThat(told.get("scoreRounded").asInt()).isEqualTo(133);
    assertThat(told.get("mandatoryRatioPercent").decimalValue())
        .isEqualByComparingTo("66.6666666667");
    assertThat(told.get("stars").asInt()).isEqualTo(4);
    assertThat(told.get("boundBy").asText()).isEqualTo("MANDATORY_RATIO");
  }

  @Test
  void whatIsToldOfReviewsAndAppealsKeepsToItsSchema() throws IOException {
    ReviewedPlatform.Case of = reviewed.appealed("AW1", "AW2");
    ReviewedPlatform.BOB.rule(of.id(), "GRANT", "AW2").statusCode(200);
    ReviewedPlatform.BOB.rule(of.id(), "UPHOLD", "AW1").statusCode(200);
    ReviewedPlatform.BOB.decideAppeal(of.id()).statusCode(200);
    String submission =
        Platform.as(of.automaker()).get(of.path()).then().extract().path("submission");

    List<SentEvent> told = platform.told(Topics.SUBMISSIONS, submission);

    assertThat(told).hasSize(3);
    assertKept(told.get(1), "submission-reviewed.v1");
    assertKept(told.get(2), "appeal-decided.v1");
    assertThat(Platform.parse(told.get(1).json()).get("itemsAccepted").asInt()).isEqualTo(12);
    assertThat(Platform.parse(told.get(1).json()).get("itemsRejected").asInt()).isEqualTo(2);
    assertThat(Platform.parse(told.get(2).json()).get("itemsGranted").asInt()).isEqualTo(1);
    assertThat(Platform.parse(told.get(2).json()).get("itemsUpheld").asInt()).isEqualTo(1);
  }

  private static void assertKept(SentEvent event, String type) throws IOException {
    assertThat(event.type()).isEqualTo(type);
    assertThat(faults(type, event.json())).isEmpty();
    assertThat(fields(event.json()))
        .isEqualTo(fields(Files.readString(EVENTS.resolve(type + ".json"))));
  }

  private static Set<String> fields(String json) {
    Set<String> names = new java.util.TreeSet<>();
    Platform.parse(json).fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> faults(String type, String json) throws IOException {
    SchemaValidatorsConfig strict =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Files.readString(EVENTS.resolve(type + ".schema.json")), strict);
    return schema.validate(Platform.parse(json)).stream().map(Object::toString).toList();
  }
}
