package org.carbonpublicity.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.carbonpublicity.embedded.testing.TestEvents.KeyedJson;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.reporting.edition.EditionMaterialization;
import org.carbonpublicity.reporting.testing.FreshState;
import org.carbonpublicity.reporting.testing.MovedModels;
import org.carbonpublicity.reporting.testing.Producers;
import org.carbonpublicity.reporting.testing.Reports;
import org.carbonpublicity.reporting.testing.StoredRows;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editions appear whole, once and in order, whatever the order of events and of instances. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EditionSwitchTest {

  private static final int MODELS = 3_000;
  private static final int MOVED = 1_000;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject FreshState freshState;
  @Inject AgroalDataSource dataSource;
  @Inject StoredRows stored;
  @Inject EditionMaterialization materialization;

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

  private static int belowAverage(String edition) {
    return Reports.rows(edition + "/tables/3").stream()
        .mapToInt(row -> (int) row.get("belowAverageModels"))
        .sum();
  }

  private static int modelsOnSale(String edition) {
    return Reports.rows(edition + "/tables/3").stream()
        .mapToInt(row -> (int) row.get("models"))
        .sum();
  }

  @Test
  void readersSeeOneEditionOrTheOtherAndNeverGoBack() throws Exception {
    producers.rated(MovedModels.of(1, MODELS, true));
    producers.completed(1, MODELS, MODELS);
    Reports.awaitEdition(1);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    List<Future<List<String>>> seen = new ArrayList<>();
    for (int table : List.of(3, 4)) {
      seen.add(readers.submit(poll(table, done)));
    }

    producers.rated(MovedModels.of(2, MOVED, false));
    producers.completed(2, MODELS, MOVED);
    Reports.awaitEdition(2);
    done.set(true);

    for (int i = 0; i < 2; i++) {
      String table = "/tables/" + (3 + i);
      String first = Reports.get("1" + table).asString();
      String second = Reports.get("2" + table).asString();
      assertThat(first).isNotEqualTo(second);
      List<String> answers = seen.get(i).get();
      assertThat(answers).startsWith(first).containsOnly(first, second);
      // Sorted: once the new edition is seen, the old one does not come back.
      assertThat(answers.subList(answers.indexOf(second), answers.size())).containsOnly(second);
    }
    readers.shutdown();
  }

  /** Distinct answers could hide a step back, so all of them are kept. */
  private static Callable<List<String>> poll(int table, AtomicBoolean done) {
    return () -> {
      List<String> answers = new ArrayList<>();
      boolean last = false;
      while (!last) {
        last = done.get();
        answers.add(Reports.get("latest/tables/" + table).asString());
      }
      return answers;
    };
  }

  @Test
  void modelsWithoutANewRatingAreCarriedForward() {
    producers.rated(MovedModels.of(1, MODELS, true));
    producers.completed(1, MODELS, MODELS);
    Reports.awaitEdition(1);

    producers.rated(MovedModels.of(2, MOVED, false));
    producers.completed(2, MODELS, MOVED);
    Reports.awaitEdition(2);

    assertThat(modelsOnSale("2")).isEqualTo(MODELS);
    assertThat(belowAverage("2")).isEqualTo(MODELS - MOVED);
    assertThat(belowAverage("1")).isEqualTo(MODELS);
  }

  @Test
  void aWithdrawnModelIsNotCarriedForward() throws SQLException {
    producers.rated(MovedModels.of(1, 10, true));
    producers.completed(1, 10, 10);
    Reports.awaitEdition(1);

    producers.withdrawn(2, "M3", "M4");
    producers.rated(List.of(MovedModels.model(0, false).in(2)));
    producers.completed(2, 8, 3);
    Reports.awaitEdition(2);
    producers.completed(3, 8, 0);
    Reports.awaitEdition(3);

    assertThat(modelsOnSale("1")).isEqualTo(10);
    assertThat(modelsOnSale("2")).isEqualTo(8);
    assertThat(belowAverage("2")).isEqualTo(7);
    assertThat(modelsOnSale("3")).as("it does not come back").isEqualTo(8);
    assertThat(
            stored.number(
                "select count(*) from model_rating where edition = 2 and model_code in ('M3', 'M4')"))
        .isZero();
    assertThat(stored.number("select received from edition_progress where edition = 2"))
        .as("tombstones are not counted")
        .isEqualTo(3);
    assertThat(stored.number("select count(*) from dead_letter")).isZero();
  }

  @Test
  void anEditionWaitsForItsWithdrawals() throws SQLException {
    producers.rated(MovedModels.of(1, 10, true));
    producers.completed(1, 10, 10);
    Reports.awaitEdition(1);
    producers.completed(2, 9, 2);
    producers.rated(List.of(MovedModels.model(0, false).in(2)));
    stored.awaitNumber(
        "select count(*) from edition_progress where edition = 2 and received = 1", 1);
    assertThat(materialization.publishNext()).isFalse();

    producers.withdrawn(2, "M3");

    Reports.awaitEdition(2);
    assertThat(modelsOnSale("2")).isEqualTo(9);
  }

  @Test
  void completionMayOvertakeRatingsAndEditionsMayInterleave() {
    producers.completed(2, MODELS, MOVED);
    producers.completed(1, MODELS, MODELS);
    List<KeyedJson> mixed = new ArrayList<>();
    List<KeyedJson> second = MovedModels.of(2, MOVED, false);
    List<KeyedJson> first = MovedModels.of(1, MODELS, true);
    for (int i = 0; i < MODELS; i++) {
      mixed.add(first.get(i));
      if (i < MOVED) {
        mixed.add(second.get(MOVED - 1 - i));
      }
    }

    producers.rated(mixed);
    Reports.awaitEdition(2);

    assertThat(belowAverage("1")).isEqualTo(MODELS);
    assertThat(belowAverage("2")).isEqualTo(MODELS - MOVED);
  }

  @Test
  void anEditionInWhichNothingChangedIsTheOneBefore() {
    producers.rated(MovedModels.of(1, 10, true));
    producers.completed(1, 10, 10);
    producers.completed(2, 10, 0);
    Reports.awaitEdition(2);

    assertThat(Reports.rows("2/tables/3")).isEqualTo(Reports.rows("1/tables/3"));
  }

  @Test
  void duplicatesHaveNoEffect() throws SQLException {
    List<KeyedJson> models = MovedModels.of(1, 10, true);
    long position = 0;
    for (KeyedJson model : models) {
      position =
          producers.events().send(Topics.RATINGS, "model-rated.v1", model.key(), model.json());
      producers
          .events()
          .resend(Topics.RATINGS, "model-rated.v1", model.key(), model.json(), position);
    }
    String completion = Producers.completion(1, 10, 10);
    position = producers.events().send(Topics.EDITIONS, "edition-completed.v1", "1", completion);
    producers.events().resend(Topics.EDITIONS, "edition-completed.v1", "1", completion, position);
    Reports.awaitEdition(1);

    assertThat(modelsOnSale("1")).isEqualTo(10);
    assertThat(stored.number("select count(*) from model_rating")).isEqualTo(10);
    assertThat(stored.number("select count(*) from dead_letter")).isZero();
  }

  @Test
  void anEditionThatDoesNotAddUpIsNotPublished() throws SQLException {
    producers.rated(MovedModels.of(1, 10, true));
    producers.completed(1, 11, 10);
    stored.awaitNumber("select count(*) from edition_progress where received = expected", 1);

    assertThat(catchThrowable(materialization::publishNext))
        .hasMessageContaining("edition 1 has 10 models, but 11 were rated");

    assertThat(Reports.get("latest/tables/3").statusCode()).isEqualTo(404);
    assertThat(stored.number("select count(*) from document")).isZero();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(Reports.client().get("/q/metrics").asString())
                    .contains("reporting_editions_total{outcome=\"inconsistent\"}"));
  }

  @Test
  void anEditionIsPublishedOnceHoweverManyTry() throws Exception {
    ExecutorService instances = Executors.newFixedThreadPool(4);
    AtomicBoolean done = new AtomicBoolean();
    List<Future<Integer>> published = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      published.add(
          instances.submit(
              () -> {
                int mine = 0;
                while (!done.get()) {
                  mine += materialization.publishNext() ? 1 : 0;
                }
                return mine;
              }));
    }
    long revision = stored.number("select revision from published_state");

    producers.rated(MovedModels.of(1, MODELS, true));
    producers.completed(1, MODELS, MODELS);
    producers.rated(MovedModels.of(2, MOVED, false));
    producers.completed(2, MODELS, MOVED);
    Reports.awaitEdition(2);
    done.set(true);

    int byUs = 0;
    for (Future<Integer> each : published) {
      byUs += each.get();
    }
    assertThat(byUs).isLessThanOrEqualTo(2);
    assertThat(stored.number("select revision from published_state")).isEqualTo(revision + 2);
    assertThat(stored.number("select count(*) from model_rating")).isEqualTo(2L * MODELS);
    instances.shutdown();
  }

  @Test
  void aMaterializationThatIsKilledLeavesNoTraceAndIsDoneAgain() throws Exception {
    try (Connection blocker = dataSource.getConnection()) {
      blocker.setAutoCommit(false);
      StoredRows.execute(blocker, "lock table document in access exclusive mode");
      producers.rated(MovedModels.of(1, MODELS, true));
      producers.completed(1, MODELS, MODELS);
      stored.awaitNumber(WAITING, 1);

      StoredRows.execute(
          blocker, "select pg_terminate_backend(pid) from (" + WAITING_PIDS + ") waiting");

      stored.awaitNumber(WAITING, 1);
      blocker.rollback();
    }
    Reports.awaitEdition(1);
    assertThat(stored.number("select count(*) from model_rating")).isEqualTo(MODELS);
    assertThat(belowAverage("1")).isEqualTo(MODELS);
  }

  private static final String WAITING_PIDS =
      """
      select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%document%'
      """;
  private static final String WAITING = "select count(*) from (" + WAITING_PIDS + ") waiting";
}
