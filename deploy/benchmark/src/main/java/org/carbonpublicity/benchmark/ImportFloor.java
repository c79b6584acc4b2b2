package org.carbonpublicity.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * What importing a file cannot do without: a raw {@code COPY} of the very same bytes by the driver
 * alone into a table with the file's columns, typed, and a key on the model code. It checks types
 * and that codes are unique; it matches no enterprise, knows no ranges and stops at the first
 * fault.
 */
final class ImportFloor {

  private static final List<String> NUMBERS =
      List.of(
          "curb_mass_kg",
          "fuel_l_per_100km",
          "electricity_kwh_per_100km",
          "battery_kwh",
          "price_cny",
          "footprint_g_per_km");

  private final String jdbcUrl;
  private final String user;
  private final String password;
  private final List<String> columns;

  /**
   * @param columns of the file, in its order
   */
  ImportFloor(String jdbcUrl, String user, String password, List<String> columns) {
    this.jdbcUrl = jdbcUrl;
    this.user = user;
    this.password = password;
    this.columns = List.copyOf(columns);
  }

  /** Time of copying the file, commit included; connecting and the empty table are not. */
  Duration copy(Path file) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        Statement statement = connection.createStatement();
        InputStream bytes = Files.newInputStream(file)) {
      statement.execute(
          "create table import_floor ("
              + columns.stream().map(ImportFloor::typed).collect(Collectors.joining(", "))
              + ")");
      try {
        long start = System.nanoTime();
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy import_floor from stdin with (format csv, header)", bytes, 1 << 16);
        return Duration.ofNanos(System.nanoTime() - start);
      } finally {
        statement.execute("drop table import_floor");
      }
    }
  }

  private static String typed(String column) {
    if (column.equals("model_code")) {
      // Compared byte by byte, as the service does it: the cheapest order there is.
      return column + " text collate \"C\" primary key";
    }
    if (column.equals("on_sale")) {
      return column + " boolean";
    }
    // "group" is a word of SQL.
    return '"' + column + (NUMBERS.contains(column) ? "\" numeric" : "\" text");
  }
}
