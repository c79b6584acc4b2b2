package org.carbonpublicity.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured of files of one kind and size, round by round; medians count. */
final class ImportTimings {

  static final String HEADER =
      """
      | rows | footprints | floor (COPY) | import | import / floor | dry run | dry run / floor | µs per row | peak heap MB |
      |---|---|---|---|---|---|---|---|---|""";

  private final int rows;
  private final GeneratedFleet.Kind kind;
  private final List<Duration> floors = new ArrayList<>();
  private final List<Duration> dryRuns = new ArrayList<>();
  private final List<Duration> imports = new ArrayList<>();
  private final List<Duration> scans = new ArrayList<>();
  private long peakHeapBytes;

  ImportTimings(int rows, GeneratedFleet.Kind kind) {
    this.rows = rows;
    this.kind = kind;
  }

  void addFloor(Duration time) {
    floors.add(time);
  }

  void addDryRun(Duration time) {
    dryRuns.add(time);
  }

  void addImport(Duration time) {
    imports.add(time);
  }

  /** The scan for outliers that follows an import, and is no part of it. */
  void addScan(Duration time) {
    scans.add(time);
  }

  void peakHeap(long bytes) {
    peakHeapBytes = bytes;
  }

  /** The round that was completed last, for whoever waits. */
  String lastRound() {
    int last = imports.size() - 1;
    return String.format(
        Locale.ROOT,
        "round %d: floor %s, dry run %s, import %s; scan for outliers %s",
        last + 1,
        seconds(floors.get(last)),
        seconds(dryRuns.get(last)),
        seconds(imports.get(last)),
        seconds(scans.get(last)));
  }

  /** A row of the table. */
  @Override
  public String toString() {
    Duration floor = median(floors);
    Duration dryRun = median(dryRuns);
    Duration whole = median(imports);
    return String.format(
        Locale.ROOT,
        "| %,d | %s | %s | %s | %.2f | %s | %.2f | %.1f | %d |",
        rows,
        kind.label(),
        seconds(floor),
        seconds(whole),
        (double) whole.toNanos() / floor.toNanos(),
        seconds(dryRun),
        (double) dryRun.toNanos() / floor.toNanos(),
        whole.toNanos() / 1e3 / rows,
        peakHeapBytes / 1_000_000);
  }

  /** The one in the middle; the better one of two. */
  private static Duration median(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
  }
}
