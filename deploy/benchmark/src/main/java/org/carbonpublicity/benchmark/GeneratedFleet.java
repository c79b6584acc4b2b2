package org.carbonpublicity.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * As many vehicle models as wanted, made from the demo's fleet: the first copy is the fleet itself,
 * each further one has codes of its own and footprints a little higher.
 */
final class GeneratedFleet {

  private static final int CODE = 5;
  private static final int CURB_MASS = 10;
  private static final int ON_SALE = 17;
  private static final int FOOTPRINT = 18;

  private static final List<String> COLUMNS =
      List.of(
          "enterprise",
          "group",
          "brand",
          "country_style",
          "series",
          "model_code",
          "model_name",
          "powertrain",
          "body_type",
          "segment",
          "curb_mass_kg",
          "fuel_l_per_100km",
          "electricity_kwh_per_100km",
          "battery_kwh",
          "battery_chemistry",
          "price_cny",
          "launch_month",
          "on_sale",
          "footprint_g_per_km");

  private final List<String[]> models;

  private GeneratedFleet(List<String[]> models) {
    this.models = models;
  }

  /** Where the footprints of a file come from. */
  enum Kind {
    /** They stand in its last column. */
    IMPORTED,
    /** The file lacks that column: the service calculates every one. */
    CALCULATED;

    /** The columns of such a file, in their order. */
    List<String> columns() {
      return this == IMPORTED ? COLUMNS : COLUMNS.subList(0, FOOTPRINT);
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All models of the demo's fleet. */
  static GeneratedFleet of(Path demoFleet) {
    try {
      List<String> lines = Files.readAllLines(demoFleet);
      if (!lines.get(0).equals(String.join(",", COLUMNS))) {
        throw new IllegalArgumentException(demoFleet + " has other columns");
      }
      return new GeneratedFleet(lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of which a footprint can be calculated: their mass is stated. */
  static GeneratedFleet calculable(Path demoFleet) {
    return new GeneratedFleet(
        of(demoFleet).models.stream().filter(cells -> !cells[CURB_MASS].isEmpty()).toList());
  }

  /** Writes models {@code from} (inclusive) to {@code to} (exclusive) as an import file. */
  void write(Path file, int from, int to, Kind kind) {
    int columns = kind.columns().size();
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write(String.join(",", kind.columns()));
      writer.newLine();
      for (int n = from; n < to; n++) {
        writer.write(String.join(",", Arrays.asList(cells(n)).subList(0, columns)));
        writer.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code of the model with that number. */
  String code(int n) {
    int copy = n / models.size();
    String code = models.get(n % models.size())[CODE];
    return copy == 0 ? code : code + "-" + copy;
  }

  private String[] cells(int n) {
    String[] cells = models.get(n % models.size()).clone();
    int copy = n / models.size();
    if (copy > 0) {
      cells[CODE] = code(n);
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
