package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.carbonpublicity.local.Installation;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;
import org.carbonpublicity.local.PlatformSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parts of the platform are killed (SIGKILL) while 7,120 models are being published and rated. The
 * same fleet is published again and again, as one batch after the other, so that each edition must
 * come to the very rows of the first, undisturbed one.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FaultsIT {

  private static final List<Part> VICTIMS =
      List.of(
          Part.DISCLOSURE, Part.RATING, Part.REPORTING, Part.ASSESSMENT, Part.KAFKA, Part.POSTGRES);

  private static final List<Integer> MOMENTS_MILLIS = List.of(0, 150, 400, 800);

  private final Path fleet =
      Installation.above(Path.of("")).demoFolder().resolve("fleet-2024-09.csv");
  private Platform platform;
  private Disclosures disclosures;
  private EventLog events;
  private Map<String, Object> undisturbed;
  private int edition;

  @BeforeAll
  void publishUndisturbed() {
    platform = Platform.start(PlatformSettings.of(Installation.above(Path.of(""))).build());
    disclosures = new Disclosures(platform.address());
    events = new EventLog(platform);
    disclosures.activateScheme();
    publishNext();
    disclosures.awaitEdition(edition);
    undisturbed = disclosures.rows(edition);
  }

  @AfterAll
  void end() {
    if (platform != null) {
      platform.close();
    }
  }

  static Stream<Arguments> victimsAndMoments() {
    return VICTIMS.stream()
        .flatMap(victim -> MOMENTS_MILLIS.stream().map(moment -> Arguments.of(victim, moment)));
  }

  @ParameterizedTest(name = "{0} killed {1} ms after the publication was accepted")
  @MethodSource("victimsAndMoments")
  void comesToTheUndisturbedResult(Part victim, int moment) {
    publishNext();

    CompletableFuture.runAsync(
            () -> platform.kill(victim),
            CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS, Threads.OWN))
        .join();
    platform.restart(victim);

    disclosures.awaitEdition(edition);
    assertThat(disclosures.rows(edition)).isEqualTo(undisturbed);
    assertThat(events.ratedModels(edition)).as("models told of in this edition").isEqualTo(7_120);
    assertThat(events.deadLetters()).isEmpty();
  }

  @Test
  void changesNothingWhenAConsumerStartsFromTheEarliestOffset() throws Exception {
    Map<String, Object> before = disclosures.rows(edition);
    for (Part consumer : List.of(Part.RATING, Part.REPORTING)) {
      platform.kill(consumer);
      events.resetToEarliest(consumer);
      platform.restart(consumer);
      events.awaitCaughtUp(consumer);
    }

    assertThat(events.duplicates(Part.RATING)).isPositive();
    assertThat(events.duplicates(Part.REPORTING)).isPositive();
    assertThat(disclosures.rows(edition)).isEqualTo(before);
    assertThat(events.deadLetters()).isEmpty();
  }

  private void publishNext() {
    edition++;
    disclosures.importBatch(edition, fleet);
    disclosures.publish(edition);
  }
}
