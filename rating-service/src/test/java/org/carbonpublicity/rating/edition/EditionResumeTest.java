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
