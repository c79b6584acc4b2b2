package org.carbonpublicity.rating.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Corrections, changes of the on-sale state and withdrawals, as the next edition shows them. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class WithdrawalTest {

  private static final List<Model> THREE =
      List.of(Model.sedan("A", "100"), Model.sedan("B", "200"), Model.sedan("C", "300"));

  @Inject Platform platform;

  @BeforeEach
  void reset() {
    platform.reset();
    platform.activateScheme();
    platform.publish(1, 3, THREE);
    platform.awaitEdition(1);
  }

  @Test
  void aWithdrawnModelLeavesThePopulationAndItsMean() throws IOException {
    platform.correct(2, 4, List.of(), List.of("C"));

    JsonNode edition = platform.awaitEdition(2);
    assertThat(edition.get("models").asInt()).isEqualTo(2);
    assertThat(edition.get("batches").toString()).isEqualTo("[3,4]");
    assertThat(means(2)).containsExactly("150");
    assertThat(codes(2)).containsExactly("A", "B");
    assertThat(codes(1)).as("edition 1 stays").containsExactly("A", "B", "C");
    assertThat(ratings(2)).containsOnlyKeys("A", "B");
    List<SentEvent> withdrawn = withdrawn(2);
    assertThat(withdrawn).hasSize(1);
    JsonNode event = Platform.parse(withdrawn.get(0).json());
    assertThat(withdrawn.get(0).key()).isEqualTo("C");
    assertThat(event.get("mergedInto").asText()).isEqualTo("KEPT");
    assertThat(event.get("previousClass").asInt()).isEqualTo(5);
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                    Files.readString(
                        Path.of("src/main/resources/events/model-withdrawn.v1.schema.json")))
                .validate(event))
        .isEmpty();
    assertThat(announced(2)).isEqualTo(ratings(2).size() + 1);
    given().get("/api/v1/ratings/C").then().statusCode(404);
    given().get("/api/v1/ratings/C?edition=1").then().statusCode(200);
  }

  @Test
  void aCorrectionAndAnOffSaleModelMoveMeansSharesAndClasses() {
    platform.correct(
        2,
        4,
        List.of(Model.sedan("A", "100").revised(2, "280"), Model.sedan("C", "300").offSale()),
        List.of());

    JsonNode edition = platform.awaitEdition(2);
    assertThat(edition.get("models").asInt()).isEqualTo(3);
    assertThat(edition.get("modelsOnSale").asInt()).isEqualTo(2);
    assertThat(means(2)).containsExactly("240");
    Map<String, JsonNode> ratings = ratings(2);
    assertThat(ratings.get("A").get("class").asInt()).isEqualTo(5);
    assertThat(ratings.get("A").get("previousClass").asInt()).isEqualTo(1);
    assertThat(ratings.get("A").get("belowAverage").asBoolean()).isFalse();
    assertThat(ratings.get("B").get("belowAverage").asBoolean()).isTrue();
    assertThat(ratings.get("C").has("belowAverage")).isFalse();
    assertThat(withdrawn(2)).isEmpty();
  }

  @Test
  void aPublicationIsCompleteOnlyWithItsWithdrawals() {
    platform.announceCorrection(2, 4, 1, 1);
    platform.sendFootprints(2, 4, List.of(Model.sedan("D", "400")));
    platform.awaitReceived(2, 1);
    platform.awaitAnnounced(2);
    assertThat(platform.number("select count(*) from edition where number = 2")).isZero();

    platform.withdraw(2, 4, List.of("A"));

    platform.awaitEdition(2);
    assertThat(codes(2)).containsExactly("B", "C", "D");
  }

  @Test
  void theLastWordOfSeveralPublicationsCounts() {
    // Publication 2 waits for its announcement, so that both go into one edition.
    platform.sendFootprints(2, 4, List.of(Model.sedan("D", "400"), Model.sedan("E", "500")));
    platform.withdraw(2, 4, List.of("A", "B"));
    platform.correct(3, 5, List.of(Model.sedan("A", "110")), List.of("D"));
    platform.awaitReceived(3, 2);
    platform.awaitAnnounced(3);
    platform.announceCorrection(2, 4, 2, 2);

    JsonNode edition = platform.awaitEdition(2);

    assertThat(codes(2)).containsExactly("A", "C", "E");
    assertThat(edition.get("models").asInt()).isEqualTo(3);
    // D was never rated, so that nobody has to forget it.
    assertThat(withdrawn(2)).extracting(SentEvent::key).containsExactly("B");
    assertThat(announced(2)).isEqualTo(ratings(2).size() + 1);
  }

  @Test
  void aWithdrawnModelMayBePublishedAgain() {
    platform.correct(2, 4, List.of(), List.of("A"));
    platform.awaitEdition(2);
    platform.publish(3, 5, List.of(Model.sedan("A", "100").revised(3, "90")));

    platform.awaitEdition(3);

    assertThat(codes(3)).containsExactly("A", "B", "C");
    assertThat(ratings(3).get("A").has("previousClass")).isFalse();
  }

  @Test
  void allModelsMayBeWithdrawn() {
    platform.correct(2, 4, List.of(), List.of("A", "B", "C"));

    JsonNode edition = platform.awaitEdition(2);

    assertThat(edition.get("models").asInt()).isZero();
    assertThat(withdrawn(2)).hasSize(3);
    assertThat(announced(2)).isEqualTo(3);
  }

  private List<String> codes(int edition) {
    return platform.ratings(edition).stream()
        .map(rating -> rating.get("modelCode").asText())
        .sorted()
        .toList();
  }

  private List<String> means(int edition) {
    return platform
        .get("/api/v1/editions/" + edition + "/category-means")
        .get("items")
        .findValues("meanGramsPerKm")
        .stream()
        .map(mean -> mean.decimalValue().stripTrailingZeros().toPlainString())
        .toList();
  }

  private Map<String, JsonNode> ratings(int edition) {
    Map<String, JsonNode> ratings = new TreeMap<>();
    for (SentEvent event : platform.ratingEvents()) {
      if (event.type().equals("model-rated.v1")) {
        JsonNode json = Platform.parse(event.json());
        if (json.get("edition").asInt() == edition) {
          ratings.put(event.key(), json);
        }
      }
    }
    return ratings;
  }

  private List<SentEvent> withdrawn(int edition) {
    return platform.ratingEvents().stream()
        .filter(event -> event.type().equals("model-withdrawn.v1"))
        .filter(event -> Platform.parse(event.json()).get("edition").asInt() == edition)
        .toList();
  }

  private int announced(int edition) {
    return platform.editionEvents().stream()
        .map(event -> Platform.parse(event.json()))
        .filter(json -> json.get("edition").asInt() == edition)
        .mapToInt(json -> json.get("ratingEvents").asInt())
        .sum();
  }
}
