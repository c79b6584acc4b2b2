package org.carbonpublicity.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.carbonpublicity.embedded.testing.TestEvents.SentEvent;
import org.carbonpublicity.local.Installation;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;
import org.carbonpublicity.local.PlatformSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * rating-service is killed (SIGKILL) thirty times while it makes editions, of corrections, changes
 * of the on-sale state, withdrawals and schemes that come all the time. What is left is numbered
 * without gap, and database, events and reports say the same.
 *
 * <p>The moments are random; {@code -Dkills.seed=…} repeats those of an earlier run.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RatingFaultsIT {

  private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
  private static final int KILLS = 30;

  /**
   * Every third edition waits for a publication, which comes when the killed consumers have been
   * missed by the broker. The others are due to a scheme: that takes effect at once.
   */
  private static final int CAUSES_BY_PUBLICATION = 3;

  /** An edition in about a hundred steps, so that it can be hit several times. */
  private static final Map<String, String> SMALL_STEPS =
      Map.of("RATING_EDITION_EVENTS_PER_TRANSACTION", "20");

  /** Digits are compared as they were sent. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private Platform platform;
  private EditionTables tables;
  private EventLog events;
  private EditionKills kills;
  private RatedFleet fleet;
  private RatingWatch ratings;
  private EditionWatch reports;
  private int causes;
  private int last;

  @BeforeAll
  void makeEditionsUnderFire(@TempDir Path folder) throws IOException {
    System.out.println("RatingFaultsIT: -Dkills.seed=" + SEED);
    platform =
        Platform.start(
            PlatformSettings.of(Installation.above(Path.of("")))
                .serviceEnvironment(SMALL_STEPS)
                // A service that lives for some seconds is not worth more.
                .serviceOptions("-XX:TieredStopAtLevel=1")
                .build());
    tables = new EditionTables(platform);
    events = new EventLog(platform);
    fleet = new RatedFleet(platform.address());
    fleet.publish(folder);
    new Disclosures(platform.address()).awaitEdition(1);
    ratings = RatingWatch.start(platform.address());
    reports = EditionWatch.start(platform.address(), 1);
    kills = new EditionKills(platform, tables, SEED);

    while (kills.all().size() < KILLS) {
      if (kills.left().complete() && !kills.left().due()) {
        giveCause();
      }
      kills.strike();
      if (kills.random().nextInt(5) == 0) {
        change();
      }
    }
    kills.awaitStarted();
    change();
    awaitEverythingRated();
    ratings.stop();
    reports.stop();
  }

  /** Something that makes an edition due at once, or when it has come through Kafka. */
  private void giveCause() {
    kills.awaitStarted();
    change();
    if (++causes % CAUSES_BY_PUBLICATION > 0) {
      fleet.activateOtherScheme();
    }
  }

  private void change() {
    List<Runnable> changes = List.of(fleet::correct, fleet::takeOffSale, fleet::withdraw);
    changes.get(kills.random().nextInt(changes.size())).run();
  }

  private void awaitEverythingRated() {
    EditionTables.Stage end =
        await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(50))
            .until(
                tables::stage,
                stage ->
                    stage.complete()
                        && !stage.due()
                        && stage.publication() == fleet.publications());
    last = end.last();
    new Disclosures(platform.address()).awaitEdition(last);
  }

  @AfterAll
  void end() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void wasHitInBothPhasesAndAtManyStages() {
    assertThat(kills.all()).as("seed %d", SEED).hasSize(KILLS);
    assertThat(kills.all().stream().map(EditionKills.Kill::phase).distinct()).hasSize(2);
    assertThat(kills.all().stream().map(kill -> kill.left().emitted()).distinct())
        .hasSizeGreaterThan(KILLS / 2);
    assertThat(kills.all().stream().map(kill -> kill.left().last()).distinct())
        .hasSizeGreaterThan(2);
  }

  @Test
  void neverStoredAHalf() {
    assertThat(kills.all())
        .as("seed %d", SEED)
        .allSatisfy(kill -> assertThat(kill.left().isWhole()).as("%s", kill).isTrue());
  }

  @Test
  void numberedEditionsWithoutGapAndMissedNothing() throws IOException {
    assertThat(tables.stage().isWhole()).isTrue();
    List<Integer> numbers = new ArrayList<>();
    List<Integer> publications = new ArrayList<>();
    for (int number = 1; number <= last; number++) {
      JsonNode edition = edition(number);
      numbers.add(edition.get("number").asInt());
      assertThat(edition.get("triggers")).as("edition %d", number).isNotEmpty();
      edition
          .get("triggers")
          .findValues("publication")
          .forEach(publication -> publications.add(publication.asInt()));
    }

    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
    assertThat(publications)
        .as("every publication is new in one edition")
        .isEqualTo(IntStream.rangeClosed(1, fleet.publications()).boxed().toList());
    Caller.anyone(platform.address())
        .call()
        .get("/api/v1/editions/" + (last + 1))
        .then()
        .statusCode(404);
  }

  @Test
  void neverShowedAMixture() {
    assertThat(ratings.faults()).isEmpty();
    assertThat(ratings.answers()).isGreaterThan(KILLS);
    assertThat(ratings.seen().entrySet())
        .as("seed %d", SEED)
        .allSatisfy(seen -> assertThat(seen.getValue()).as(seen.getKey()).hasSize(1));
    assertThat(reports.faults()).isEmpty();
    for (String table : List.of("3", "4")) {
      assertThat(reports.seen(table).values()).allSatisfy(texts -> assertThat(texts).hasSize(1));
    }
  }

  @Test
  void toldOfEveryRatingOnceAndOfNoneWrongly() throws IOException {
    Map<Integer, Long> told = new TreeMap<>();
    Map<String, String> current = new TreeMap<>();
    Set<String> ofEdition = new HashSet<>();
    for (SentEvent event : distinct("rating.ratings")) {
      if (event.json() == null) {
        current.remove(event.key());
        continue;
      }
      JsonNode json = JSON.readTree(event.json());
      told.merge(json.get("edition").asInt(), 1L, Long::sum);
      assertThat(ofEdition.add(json.get("edition") + " " + event.key()))
          .as("%s is told of twice", event)
          .isTrue();
      current.put(event.key(), event.type().equals("model-rated.v1") ? said(json) : "withdrawn");
    }

    assertThat(told).as("seed %d", SEED).isEqualTo(tables.ratingEvents());
    assertThat(current).as("seed %d", SEED).isEqualTo(tables.ratings(Part.RATING, last));
    assertThat(distinct("rating.editions").stream().map(SentEvent::key))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList());
    assertThat(events.deadLetters()).isEmpty();
  }

  /**
   * As consumers see them: a relay that was killed may send again under the same source and id what
   * the broker had already, and consumers know it by that.
   */
  private List<SentEvent> distinct(String topic) {
    Set<String> positions = new HashSet<>();
    return events.read(topic).stream()
        .filter(
            event ->
                positions.add(
                    event.headers().get("ce_source") + " " + event.headers().get("ce_id")))
        .toList();
  }

  @Test
  void reportingAgreesOnEveryEditionAndModel() {
    assertThat(tables.shown(Part.REPORTING))
        .as("seed %d", SEED)
        .hasSize(last)
        .isEqualTo(tables.shown(Part.RATING));
    for (int edition = 1; edition <= last; edition++) {
      assertThat(tables.ratings(Part.REPORTING, edition))
          .as("edition %d, seed %d", edition, SEED)
          .isEqualTo(tables.ratings(Part.RATING, edition));
    }
  }

  /** As {@link EditionTables#ratings} has it. */
  private static String said(JsonNode rating) {
    StringBuilder said = new StringBuilder();
    if (rating.has("class")) {
      said.append(rating.get("class").asText()).append(' ');
    }
    said.append(rating.get("footprintGramsPerKm").asText())
        .append(rating.get("onSale").asBoolean() ? " t" : " f");
    if (rating.has("belowAverage")) {
      said.append(rating.get("belowAverage").asBoolean() ? " t" : " f");
    }
    return said.toString();
  }

  private JsonNode edition(int number) throws IOException {
    return JSON.readTree(
        Caller.anyone(platform.address())
            .call()
            .get("/api/v1/editions/" + number)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }
}
