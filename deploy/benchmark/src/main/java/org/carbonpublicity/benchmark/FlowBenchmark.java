package org.carbonpublicity.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonpublicity.benchmark.GeneratedFleet.Kind;
import org.carbonpublicity.local.Installation;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;
import org.carbonpublicity.local.PlatformSettings;

/**
 * Measures the time from "publication accepted" to "edition readable in reports" for N models, on a
 * durable PostgreSQL, beside the {@link Floor} of the same run on the same servers.
 */
final class FlowBenchmark {

  private static final int ROWS_PER_FILE = 200_000;
  private static final int HEAP_MEGABYTES = 400;

  /** Payload sizes of footprint-published.v1 and model-rated.v1 in the demo, in bytes. */
  private static final int[] EVENT_BYTES = {480, 560};

  private final GeneratedFleet fleet;
  private final Installation installation;

  FlowBenchmark(Installation installation) {
    this.installation = installation;
    fleet = GeneratedFleet.of(installation.demoFolder().resolve("fleet-2024-09.csv"));
  }

  /** Prints a table for each of these numbers of models. */
  void run(List<Integer> sizes) throws Exception {
    List<Run> runs = new ArrayList<>();
    for (int size : sizes) {
      runs.add(run(size));
    }
    print(runs);
  }

  private Run run(int models) throws Exception {
    System.out.printf("%,d models: starting the platform%n", models);
    PlatformSettings settings =
        PlatformSettings.of(installation).serviceHeapMegabytes(HEAP_MEGABYTES).build();
    try (Platform platform = Platform.start(settings);
        HeapWatch heap = new HeapWatch(platform)) {
      PlatformCalls calls = new PlatformCalls(platform.address());
      calls.activateScheme();
      Duration first = publish(calls, 1, models);
      // The same models again: the virtual machines are warm, and there is an edition before.
      Duration second = publish(calls, 2, models);
      Map<Part, Long> peaks = heap.peaks();
      FloorMeasurement floor =
          new FloorMeasurement(
              platform.jdbcUrl(Part.RATING),
              Part.RATING.database(),
              Part.RATING.database(),
              platform.bootstrapServers());
      return new Run(
          models, first, second, floor.measure(models, fleet::copyLine, EVENT_BYTES), peaks);
    }
  }

  private Duration publish(PlatformCalls calls, int batch, int models)
      throws IOException, InterruptedException {
    calls.openBatch(batch);
    long importing = System.nanoTime();
    for (int from = 0; from < models; from += ROWS_PER_FILE) {
      Path file = Files.createTempFile("benchmark-", ".csv");
      try {
        fleet.write(file, from, Math.min(models, from + ROWS_PER_FILE), Kind.IMPORTED);
        calls.importModels(batch, file);
      } finally {
        Files.delete(file);
      }
    }
    System.out.printf("  batch %d imported in %s%n", batch, seconds(since(importing)));
    calls.awaitScan(batch, Duration.ofMinutes(5));
    calls.publish(batch);
    long accepted = System.nanoTime();
    calls.awaitEdition(batch, Duration.ofMinutes(15));
    Duration flow = since(accepted);
    System.out.printf("  edition %d readable after %s%n", batch, seconds(flow));
    return flow;
  }

  private static void print(List<Run> runs) {
    System.out.println();
    System.out.println(
        "| models | first publication | second publication | floor (copies + messages + rating) |"
            + " first / floor | second / floor | µs per model (first) | peak heap MB"
            + " (disclosure, rating, assessment, reporting) |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (Run run : runs) {
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %s | %s (%s + %s + %s) | %.2f | %.2f | %.0f | %s |%n",
          run.models(),
          seconds(run.first()),
          seconds(run.second()),
          seconds(run.floor().total()),
          seconds(run.floor().copies()),
          seconds(run.floor().messages()),
          seconds(run.floor().rating()),
          ratio(run.first(), run.floor().total()),
          ratio(run.second(), run.floor().total()),
          run.first().toNanos() / 1e3 / run.models(),
          megabytes(run.peaks()));
    }
  }

  private static String megabytes(Map<Part, Long> peaks) {
    return String.join(
        ", ",
        Part.SERVICES.stream()
            .map(part -> Long.toString(peaks.getOrDefault(part, 0L) / 1_000_000))
            .toList());
  }

  private static double ratio(Duration flow, Duration floor) {
    return (double) flow.toNanos() / floor.toNanos();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private record Run(
      int models, Duration first, Duration second, Floor floor, Map<Part, Long> peaks) {}
}
