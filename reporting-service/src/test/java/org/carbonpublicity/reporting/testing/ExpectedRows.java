package org.carbonpublicity.reporting.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows of a CSV file, and rows of an answer in the same form, for comparison cell by cell. */
public final class ExpectedRows {

  private static final Path EXPECTED = Path.of("src/test/resources/expected");

  private ExpectedRows() {}

  public static List<Map<String, String>> of(String name) {
    return read(EXPECTED.resolve(name + ".csv"));
  }

  public static List<Map<String, String>> read(Path file) {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The given columns of an answer in CSV. */
  public static List<Map<String, String>> columns(String csv, Iterable<String> columns) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return reader.stream()
          .map(
              row -> {
                Map<String, String> cells = new LinkedHashMap<>();
                columns.forEach(column -> cells.put(column, row.getField(column)));
                return cells;
              })
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
