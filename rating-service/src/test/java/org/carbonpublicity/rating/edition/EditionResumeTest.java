package org.carbonpublicity.rating.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.rating.edition.EditionSteps.Step;
import org.carbonpublicity.rating.edition.events.RatingEmission;
import org.carbonpublicity.rating.edition.persistence.DuplicateModelsException;
import org.carbonpublicity.rating.edition.persistence.EditionComputation.Duplicates;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.fixture.Model;
import org.carbonpublicity.rating.fixture.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edition goes on where it stopped: each step is one transaction, and a crash undoes one. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
@TestProfile(EditionResumeTest.ByHand.class)
class EditionResumeTest {

  private static final int MODELS = 600;

  /** No worker: the test takes the steps; and stretches so short that an edition needs several. */
  public static class ByHand implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "rating.edition.worker", "false", "rating.edition.events-per-transaction", "100");
    }
  }

  @Inject Platform platform;
  @Inject EditionSteps steps;
  @Inject EditionRepository editions;
  @Inject RatingEmission emission;

  @BeforeEach
  void reset() {
    platform.reset();
    platform.activateScheme();
  }

  @Test
  void nothingIsLostOrDoubledWhenStepsAreUndone() {
    publish(1, sedans());
    crashInComputation();
    assertThat(next()).isEqualTo(Step.COMPUTED);
    assertThat(next()).isEqualTo(Step.EMITTED);
    crashInEmission();
    given().get("/api/v1/editions/latest").then().statusCode(404);
    given().get("/api/v1/editions/1/ratings").then().statusCode(404);

    int emitted = 1;
    Step step = next();
    while (step == Step.EMITTED) {
      emitted++;
      crashInEmission();
      step = next();
    }

    assertThat(step).isEqualTo(Step.COMPLETED);
    assertThat(emitted).as("stretches before the last").isGreaterThanOrEqualTo(3);
    assertThat(next()).isEqualTo(Step.NOTHING);
    given().get("/api/v1/editions/latest").then().statusCode(200);
    Map<String, Integer> told = new TreeMap<>();
    for (SentEvent event : platform.ratingEvents()) {
      told.merge(event.key(), 1, Integer::sum);
    }
    assertThat(told).hasSize(MODELS).allSatisfy((code, times) -> assertThat(times).isEqualTo(1));
    assertThat(platform.editionEvents()).hasSize(1);
    JsonNode completed = Platform.parse(platform.editionEvents().get(0).json());
    assertThat(completed.get("ratingEvents").asInt()).isEqualTo(MODELS);
  }

  @Test
  void readersKeepTheOldEditionUntilTheNewOneIsWhole() {
    publish(1, sedans());
    takeAllSteps();
    String before = given().get("/api/v1/editions/latest/ratings").then().extract().asString();
    publish(2, List.of(Model.sedan("M0000", "100").revised(2, "101")));

    Step step = next();
    while (step != Step.COMPLETED) {
      assertThat(given().get("/api/v1/editions/latest/ratings").then().extract().asString())
          .isEqualTo(before);
      given().get("/api/v1/editions/2").then().statusCode(404);
      step = next();
    }

    assertThat(platform.get("/api/v1/editions/latest").get("number").asInt()).isEqualTo(2);
    assertThat(given().get("/api/v1/editions/1/ratings").then().extract().asString())
        .isEqualTo(before);
  }

  @Test
  void anEditionInProgressIsFinishedBeforeTheNextBegins() {
    publish(1, sedans());
    assertThat(next()).isEqualTo(Step.COMPUTED);
    publish(2, List.of(Model.sedan("LATER", "100")));

    takeAllSteps();

    assertThat(platform.get("/api/v1/editions/1").get("models").asInt()).isEqualTo(MODELS);
    assertThat(platform.get("/api/v1/editions/2").get("models").asInt()).isEqualTo(MODELS + 1);
  }

  @Test
  void whatComesWhileAnEditionIsMadeIsFoldedIntoTheNext() {
    publish(1, sedans());
    assertThat(next()).isEqualTo(Step.COMPUTED);
    publish(2, List.of(Model.sedan("LATER", "100")));
    platform.correct(3, 5, List.of(Model.sedan("M0001", "1").revised(2, "150")), List.of("M0002"));
    platform.awaitReceived(3, 2);
    platform.correct(4, 6, List.of(), List.of("M0003"));
    platform.awaitReceived(4, 1);
    platform.awaitAnnounced(3);
    platform.awaitAnnounced(4);
    platform.putScheme("milder", Platform.SCHEME.replace("0.92", "0.95"));
    platform.activate("milder");
    platform.activate("test");
    platform.activate("milder");

    takeAllSteps();

    assertThat(triggers(platform.get("/api/v1/editions/1")))
        .containsExactly("PUBLICATION 1 in 3: BATCH", "SCHEME_ACTIVATION test");
    JsonNode second = platform.get("/api/v1/editions/latest");
    assertThat(second.get("number").asInt()).isEqualTo(2);
    assertThat(second.get("models").asInt()).isEqualTo(MODELS - 1);
    assertThat(triggers(second))
        .containsExactly(
            "PUBLICATION 2 in 4: BATCH",
            "PUBLICATION 3 in 5: CORRECTION",
            "PUBLICATION 4 in 6: WITHDRAWAL",
            "SCHEME_ACTIVATION milder");
    assertThat(Platform.parse(platform.editionEvents().get(1).json()).get("triggers"))
        .isEqualTo(second.get("triggers"));
  }

  private static List<String> triggers(JsonNode edition) {
    List<String> triggers = new ArrayList<>();
    for (JsonNode trigger : edition.get("triggers")) {
      String type = trigger.get("type").asText();
      triggers.add(
          trigger.has("scheme")
              ? type + " " + trigger.get("scheme").asText()
              : "%s %s in %s: %s"
                  .formatted(
                      type,
                      trigger.get("publication"),
                      trigger.get("batch"),
                      trigger.get("kind").asText()));
    }
    return triggers;
  }

  @Test
  void manyInstancesMakeOneEditionAtATime() {
    publish(1, sedans());
    assertThat(next()).isEqualTo(Step.COMPUTED);
    List<CompletableFuture<Long>> instances = new ArrayList<>();
    for (int instance = 0; instance < 4; instance++) {
      // Each thread stands for an instance; all try all the time.
      instances.add(
          CompletableFuture.supplyAsync(
              () -> {
                long steps = 0;
                while (editions.latest().map(Edition::number).orElse(0) < 2) {
                  steps += next() == Step.NOTHING ? 0 : 1;
                }
                return steps;
              }));
    }
    publish(2, List.of(Model.sedan("LATER", "100")));
    long steps = instances.stream().mapToLong(CompletableFuture::join).sum();

    assertThat(platform.editionEvents())
        .extracting(event -> Platform.parse(event.json()).get("edition").asInt())
        .containsExactly(1, 2);
    Map<String, Integer> told = new TreeMap<>();
    for (SentEvent event : platform.ratingEvents()) {
      told.merge(
          event.key() + " in " + Platform.parse(event.json()).get("edition"), 1, Integer::sum);
    }
    assertThat(told)
        .hasSize(2 * MODELS + 1)
        .allSatisfy((code, times) -> assertThat(times).isEqualTo(1));
    assertThat(steps).as("no step is taken twice").isEqualTo(stretches(1) + 1 + stretches(2));
  }

  /** Stretches of an edition, from its size. */
  private long stretches(int edition) {
    Edition made = editions.find(edition).orElseThrow();
    long blocks = editions.blocks(edition);
    long length = Math.max(1, -Math.floorDiv(-blocks, -Math.floorDiv(-made.ratingEvents(), 100)));
    return -Math.floorDiv(-blocks, length);
  }

  @Test
  void onlyOneInstanceMakesAnEdition() {
    publish(1, sedans());
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertThat(editions.tryLock()).isTrue();
              // Another transaction stands for another instance.
              assertThat(QuarkusTransaction.requiringNew().call(this::next))
                  .isEqualTo(Step.NOTHING);
            });

    assertThat(next()).isEqualTo(Step.COMPUTED);
  }

  @Test
  void aModelThatAppearsTwiceIsFoundOut() {
    List<Model> models = new ArrayList<>(sedans());
    models.add(Model.sedan("M0000", "100").revised(2, "101"));
    publish(1, models);

    assertThatThrownBy(this::next).isInstanceOf(DuplicateModelsException.class);
    assertThat(steps.next(Duplicates.REMOVE)).isEqualTo(Step.COMPUTED);
    takeAllSteps();

    assertThat(platform.get("/api/v1/editions/1").get("models").asInt()).isEqualTo(MODELS);
    assertThat(platform.get("/api/v1/ratings/M0000").get("footprintRevision").asInt()).isEqualTo(2);
  }

  @Test
  void anEmptyPublicationMakesAnEditionAsWell() {
    platform.announce(1, 3, 0);
    platform.awaitReceived(1, 0);

    assertThat(next()).isEqualTo(Step.COMPUTED);
    takeAllSteps();

    assertThat(platform.get("/api/v1/editions/latest").get("models").asInt()).isZero();
    assertThat(platform.editionEvents()).hasSize(1);
    assertThat(platform.ratingEvents()).isEmpty();
  }

  private Step next() {
    return steps.next(Duplicates.NONE_EXPECTED);
  }

  private void takeAllSteps() {
    while (next() != Step.NOTHING) {
      // Until nothing is due.
    }
  }

  private void crashInComputation() {
    crash(() -> assertThat(next()).isEqualTo(Step.COMPUTED));
  }

  private void crashInEmission() {
    crash(() -> emission.emitNext(editions.last().orElseThrow()));
  }

  /** Does it and loses it, as a process that is killed before its commit. */
  private void crash(Runnable step) {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          step.run();
                          throw new IllegalStateException("killed");
                        }))
        .hasMessageContaining("killed");
  }

  private void publish(int publication, List<Model> models) {
    platform.publish(publication, 2 + publication, models);
    platform.awaitReceived(publication, models.size());
    platform.awaitAnnounced(publication);
  }

  private static List<Model> sedans() {
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < MODELS; i++) {
      models.add(Model.sedan("M%04d".formatted(i), BigDecimal.valueOf(200 + i % 150).toString()));
    }
    return models;
  }
}
