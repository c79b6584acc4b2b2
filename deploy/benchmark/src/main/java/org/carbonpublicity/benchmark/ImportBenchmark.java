package org.carbonpublicity.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.local.Installation;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;
import org.carbonpublicity.local.PlatformSettings;

/**
 * Measures the import of one CSV file over HTTP beside the {@link ImportFloor} of the same file on
 * the same durable PostgreSQL, in turn, so that whatever else the machine does meets both.
 */
final class ImportBenchmark {

  /** Largest heap of the service that imports, in MB; it must do with that for any file. */
  private static final int HEAP_MEGABYTES = 256;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Installation installation;
  private final GeneratedFleet fleet;
  private final int rounds;

  /**
   * @param rounds how often each is measured
   */
  ImportBenchmark(Installation installation, int rounds) {
    this.installation = installation;
    this.fleet = GeneratedFleet.calculable(installation.demoFolder().resolve("fleet-2024-09.csv"));
    this.rounds = rounds;
  }

  /** Prints a table for files of each of these numbers of rows. */
  void run(List<Integer> sizes) throws Exception {
    List<ImportTimings> all = new ArrayList<>();
    for (int rows : sizes) {
      for (GeneratedFleet.Kind kind : GeneratedFleet.Kind.values()) {
        all.add(measure(rows, kind));
      }
    }
    System.out.println();
    System.out.println(ImportTimings.HEADER);
    all.forEach(System.out::println);
  }

  private ImportTimings measure(int rows, GeneratedFleet.Kind kind) throws Exception {
    System.out.printf("%,d rows, footprints %s: starting the platform%n", rows, kind.label());
    PlatformSettings settings =
        PlatformSettings.of(installation).serviceHeapMegabytes(HEAP_MEGABYTES).build();
    ImportTimings timings = new ImportTimings(rows, kind);
    try (Platform platform = Platform.start(settings);
        HeapWatch heap = new HeapWatch(platform)) {
      PlatformCalls calls = new PlatformCalls(platform.address());
      ImportFloor floor =
          new ImportFloor(
              platform.jdbcUrl(Part.DISCLOSURE),
              Part.DISCLOSURE.database(),
              Part.DISCLOSURE.database(),
              kind.columns());
      for (int round = 1; round <= rounds; round++) {
        Path file = Files.createTempFile("benchmark-", ".csv");
        try {
          // Models of their own for each round: what a draft batch holds, no other one may.
          fleet.write(file, (round - 1) * rows, round * rows, kind);
          calls.openBatch(round);
          timings.addFloor(floor.copy(file));
          timings.addDryRun(time(() -> calls.tryImport(1, file)));
          int batch = round;
          timings.addImport(time(() -> calls.importModels(batch, file)));
          timings.addScan(time(() -> calls.awaitScan(batch, PATIENCE)));
        } finally {
          Files.delete(file);
        }
        System.out.println("  " + timings.lastRound());
      }
      timings.peakHeap(heap.peaks().getOrDefault(Part.DISCLOSURE, 0L));
    }
    return timings;
  }

  private static Duration time(Call call) throws IOException, InterruptedException, SQLException {
    long start = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** One call of the platform. */
  @FunctionalInterface
  private interface Call {
    void run() throws IOException, InterruptedException, SQLException;
  }
}
