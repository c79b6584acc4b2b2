package org.carbonpublicity.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.carbonpublicity.benchmark.GeneratedFleet.Kind;
import org.carbonpublicity.benchmark.RatedEditions.Making;
import org.carbonpublicity.local.Installation;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;
import org.carbonpublicity.local.PlatformSettings;

/**
 * Measures editions of N models that a change of scheme makes, beside the {@link RatingFloor} of
 * the same run, their events until a consumer has them, and how soon a rating is explained.
 */
final class RatingBenchmark {

  private static final int ROWS_PER_FILE = 200_000;
  private static final int HEAP_MEGABYTES = 400;
  private static final int CONNECTIONS = 32;
  private static final int MODERATE_PER_SECOND = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration MEASURED = Duration.ofSeconds(20);

  private final Installation installation;
  private final GeneratedFleet fleet;
  private final int rounds;

  /**
   * @param rounds how often edition and floor are measured in turn
   */
  RatingBenchmark(Installation installation, int rounds) {
    this.installation = installation;
    this.fleet = GeneratedFleet.of(installation.demoFolder().resolve("fleet-2024-09.csv"));
    this.rounds = rounds;
  }

  /** Prints what is seen with each of these numbers of models. */
  void run(List<Integer> sizes) throws Exception {
    for (int models : sizes) {
      run(models);
    }
  }

  private void run(int models) throws Exception {
    System.out.printf("%,d models: starting the platform%n", models);
    PlatformSettings settings =
        PlatformSettings.of(installation).serviceHeapMegabytes(HEAP_MEGABYTES).build();
    try (Platform platform = Platform.start(settings)) {
      PlatformCalls calls = new PlatformCalls(platform.address());
      calls.activateScheme();
      publish(calls, models);
      String database = Part.RATING.database();
      RatingFloor floor = new RatingFloor(platform.jdbcUrl(Part.RATING), database);
      List<Duration> floors = new ArrayList<>();
      List<Duration> computed = new ArrayList<>();
      List<Double> eventsPerSecond = new ArrayList<>();
      try (RatedEditions editions =
          new RatedEditions(platform.jdbcUrl(Part.RATING), database, platform.bootstrapServers())) {
        for (int round = 1; round <= rounds; round++) {
          floors.add(floor.rate(round));
          editions.skip();
          // Other numbers every time, so that every rating changes and is told.
          calls.activateScheme("benchmark-" + round, 1 + round / 1_000.0);
          Making making = editions.await(round + 1, PATIENCE);
          calls.awaitEdition(round + 1, PATIENCE);
          computed.add(making.computing());
          eventsPerSecond.add(making.events() / (making.telling().toNanos() / 1e9));
          System.out.printf(
              Locale.ROOT,
              "  round %d: floor %s, edition %s (%.2f), %,d events in %s (%,.0f/s)%n",
              round,
              seconds(floors.get(round - 1)),
              seconds(making.computing()),
              (double) making.computing().toNanos() / floors.get(round - 1).toNanos(),
              making.events(),
              seconds(making.telling()),
              eventsPerSecond.get(round - 1));
        }
      }
      explain(platform, models);
      System.out.println();
      System.out.println("| models | floor | edition | edition / floor | events per second |");
      System.out.println("|---|---|---|---|---|");
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %s | %.2f | %,.0f |%n",
          models,
          seconds(median(floors)),
          seconds(median(computed)),
          (double) median(computed).toNanos() / median(floors).toNanos(),
          median(eventsPerSecond));
    }
  }

  private void publish(PlatformCalls calls, int models) throws Exception {
    calls.openBatch(1);
    for (int from = 0; from < models; from += ROWS_PER_FILE) {
      Path file = Files.createTempFile("benchmark-", ".csv");
      try {
        fleet.write(file, from, Math.min(models, from + ROWS_PER_FILE), Kind.IMPORTED);
        calls.importModels(1, file);
      } finally {
        Files.delete(file);
      }
    }
    calls.awaitScan(1, PATIENCE);
    calls.publish(1);
    calls.awaitEdition(1, PATIENCE);
  }

  /** Any models, each as likely: nothing that was asked for is asked for again soon. */
  private void explain(Platform platform, int models) throws Exception {
    Random random = new Random(1);
    Supplier<String> explanations = () -> "/api/v1/ratings/" + fleet.code(random.nextInt(models));
    Latencies service = new Latencies(platform.address(Part.RATING, 1), CONNECTIONS);
    Latencies door = new Latencies(platform.address(), CONNECTIONS);
    service.measure(explanations, WARM_UP, null);
    System.out.printf("  explanations at %d connections:%n", CONNECTIONS);
    System.out.printf(
        "    smallest answer of the service: %s%n",
        service.measure(() -> "/q/health/live", MEASURED, null));
    System.out.printf(
        "    as many as are answered:        %s%n", service.measure(explanations, MEASURED, null));
    System.out.printf(
        "    %,d per second:               %s%n",
        MODERATE_PER_SECOND, service.measure(explanations, MEASURED, MODERATE_PER_SECOND));
    System.out.printf(
        "    the same through the front door: %s%n",
        door.measure(explanations, MEASURED, MODERATE_PER_SECOND));
  }

  private static <T extends Comparable<T>> T median(List<T> values) {
    return values.stream().sorted().toList().get((values.size() - 1) / 2);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
  }
}
