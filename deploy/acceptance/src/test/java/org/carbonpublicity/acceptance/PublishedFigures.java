package org.carbonpublicity.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The figures of the published quarterly report (issue 2, 2024), with its misprints put right: what
 * the demo must come to.
 */
final class PublishedFigures {

  private PublishedFigures() {}

  /** Rows of a file under {@code expected/}, each by the names of its columns. */
  static List<Map<String, String>> rows(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PublishedFigures.class.getResourceAsStream("/expected/" + file), file),
                StandardCharsets.UTF_8))) {
      String[] columns = reader.readLine().split(",", -1);
      return reader
          .lines()
          .map(
              line -> {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 0; column < columns.length; column++) {
                  row.put(columns[column], cells[column]);
                }
                return row;
              })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
