package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;
import org.carbonpublicity.local.demo.DemoFailedException;
import org.carbonpublicity.local.demo.DemoLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Parts of the platform are killed (SIGKILL) while 50 enterprises answer, are scored by events,
 * confirm and are published: the stars come to the published ones all the same.
 */
class AssessmentFaultsIT {

  private static final int ENTERPRISES = 50;
  private static final List<Integer> PAUSES_MILLIS = List.of(100, 300, 700);

  @ParameterizedTest(name = "{0} killed again and again")
  @EnumSource(names = {"ASSESSMENT", "REPORTING", "KAFKA", "POSTGRES"})
  void comesToThePublishedStars(Part victim) throws Exception {
    try (Platform platform = DemoPlatform.start()) {
      DemoLoader loader = DemoPlatform.loader(platform);
      EventLog events = new EventLog(platform);
      loader.registerEnterprises();
      loader.importFleet();

      CompletableFuture<Void> work =
          CompletableFuture.runAsync(() -> answerAndPublish(loader), Threads.OWN);
      for (int pause : PAUSES_MILLIS) {
        CompletableFuture.runAsync(
                () -> platform.kill(victim),
                CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, Threads.OWN))
            .join();
        platform.restart(victim);
      }
      work.get(3, TimeUnit.MINUTES);

      assertPublished(platform);
      assertThat(distinct(events.read("assessment.submissions"), "submission-received.v1"))
          .isEqualTo(ENTERPRISES);
      assertThat(distinct(events.read("assessment.stars"), "stars-awarded.v1"))
          .isEqualTo(ENTERPRISES);
      assertThat(distinct(events.read("assessment.stars"), "stars-published.v1"))
          .isEqualTo(ENTERPRISES);
      for (Part consumer : List.of(Part.ASSESSMENT, Part.REPORTING)) {
        takeEverythingAgain(platform, events, consumer);
      }
      assertPublished(platform);
      assertThat(events.deadLetters()).isEmpty();
    }
  }

  /** As often as it takes: people whose call breaks off look, and make it again. */
  private static void answerAndPublish(DemoLoader loader) {
    await()
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptionsInstanceOf(DemoFailedException.class)
        .until(
            () -> {
              loader.submitAnswers();
              loader.publishStars();
              return true;
            });
  }

  private static void takeEverythingAgain(Platform platform, EventLog events, Part consumer)
      throws Exception {
    platform.kill(consumer);
    events.resetToEarliest(consumer);
    platform.restart(consumer);
    events.awaitCaughtUp(consumer);
    assertThat(events.duplicates(consumer)).isPositive();
  }

  /** Different events of a type: one that a relay sent twice has the same source and id. */
  private static long distinct(List<SentEvent> events, String type) {
    return events.stream()
        .filter(event -> type.equals(event.type()))
        .map(event -> event.headers().get("ce_source") + " " + event.headers().get("ce_id"))
        .distinct()
        .count();
  }

  private static void assertPublished(Platform platform) {
    assertThat(column(platform, "tables/1", "score"))
        .hasSize(ENTERPRISES)
        .isEqualTo(expected("table-1.csv", "score"));
    assertThat(column(platform, "tables/2", "stars"))
        .hasSize(ENTERPRISES)
        .isEqualTo(expected("table-2.csv", "stars"));
  }

  private static Map<String, String> column(Platform platform, String table, String value) {
    List<Map<String, Object>> rows =
        Caller.as("member", platform.address())
            .call()
            .get("/api/v1/reports/latest/" + table)
            .then()
            .statusCode(200)
            .extract()
            .path("rows");
    Map<String, String> column = new LinkedHashMap<>();
    rows.forEach(row -> column.put(row.get("enterprise").toString(), row.get(value).toString()));
    return column;
  }

  private static Map<String, String> expected(String file, String value) {
    Map<String, String> column = new LinkedHashMap<>();
    PublishedFigures.rows(file).forEach(row -> column.put(row.get("enterprise"), row.get(value)));
    return column;
  }
}
