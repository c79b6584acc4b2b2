package org.carbonpublicity.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * As many vehicle models as wanted, made from the demo's fleet: the first copy is the fleet itself,
 * each further one has codes of its own and footprints a little higher.
 */
final class GeneratedFleet {

  private static final int CODE = 5;
  private static final int ON_SALE = 17;
  private static final int FOOTPRINT = 18;

  private final String header;
  private final List<String[]> models;

  GeneratedFleet(Path demoFleet) {
    try {
      List<String> lines = Files.readAllLines(demoFleet);
      header = lines.get(0);
      models = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes models {@code from} (inclusive) to {@code to} (exclusive) as an import file. */
  void write(Path file, int from, int to) {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write(header);
      writer.newLine();
      for (int n = from; n < to; n++) {
        writer.write(String.join(",", cells(n)));
        writer.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String[] cells(int n) {
    String[] cells = models.get(n % models.size()).clone();
    int copy = n / models.size();
    if (copy > 0) {
      cells[CODE] = cells[CODE] + "-" + copy;
      cells[FOOTPRINT] =
          new BigDecimal(cells[FOOTPRINT]).add(BigDecimal.valueOf(copy, 2)).toPlainString();
    }
    return cells;
  }

  /** The model as a line of text that {@code COPY} into the floor's table takes. */
  String copyLine(int n) {
    String[] c = cells(n);
    return String.join(
        "\t",
        c[CODE],
        c[6],
        "E0001",
        c[0],
        c[1],
        c[2],
        c[3],
        c[4],
        c[7],
        c[8],
        c[9],
        c[10].isEmpty() ? "\\N" : c[10],
        c[15].isEmpty() ? "\\N" : c[15],
        c[16].isEmpty() ? "\\N" : c[16],
        c[ON_SALE].equals("Y") ? "t" : "f",
        "1",
        "1",
        c[FOOTPRINT]);
  }
}
