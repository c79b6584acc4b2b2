package org.carbonpublicity.reporting.sales.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonpublicity.reporting.sales.file.FileRows.Cells;
import org.carbonpublicity.reporting.sales.file.UnreadableFileException.Kind;
import org.jspecify.annotations.Nullable;

/** A file of named columns, read once, row by row. */
public final class TableFile implements AutoCloseable {

  /** How a file is written. */
  public enum Format {
    CSV,
    XLSX
  }

  private final FileRows rows;
  private final Map<String, Integer> header;
  private final int columns;
  private final @Nullable Path temporary;

  private TableFile(
      FileRows rows, Map<String, Integer> header, int columns, @Nullable Path temporary) {
    this.rows = rows;
    this.header = header;
    this.columns = columns;
    this.temporary = temporary;
  }

  /**
   * A column.
   *
   * @param name in answers, and one of those it may carry
   * @param otherNames that it may carry as well
   */
  public record TableColumn(String name, boolean required, List<String> otherNames) {}

  /**
   * A row.
   *
   * @param number as a spreadsheet counts
   * @param fault what is wrong with its shape; null when nothing is
   */
  public record TableRow(long number, Map<String, String> cells, @Nullable RowFault fault) {

    /** The cell without white space around it, "" when empty. */
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * Opens a file and reads its header: every column at most once, in any order.
   *
   * @throws UnreadableFileException when it cannot be read, or its header is at fault
   */
  public static TableFile open(InputStream body, Format format, List<TableColumn> columns) {
    Path temporary = format == Format.XLSX ? spool(body) : null;
    FileRows rows = null;
    try {
      rows = temporary == null ? new CsvRows(body) : spreadsheet(temporary);
      Cells first = rows.next();
      if (first == null) {
        throw new UnreadableFileException(Kind.UNREADABLE, "empty-file", "the file has no rows");
      }
      List<String> names = withoutBlankEnd(first.texts());
      return new TableFile(rows, header(first.number(), names, columns), names.size(), temporary);
    } catch (RuntimeException e) {
      if (rows != null) {
        rows.close();
      }
      delete(temporary);
      throw e;
    }
  }

  /** The next row; null after the last. */
  public @Nullable TableRow next() {
    Cells cells = rows.next();
    if (cells == null) {
      return null;
    }
    Map<String, String> named = new HashMap<>();
    header.forEach(
        (name, index) ->
            named.put(name, index < cells.texts().size() ? cells.texts().get(index).strip() : ""));
    return new TableRow(cells.number(), named, shape(cells));
  }

  private @Nullable RowFault shape(Cells cells) {
    int given = cells.texts().size();
    if (!cells.formulas().isEmpty()) {
      int formula = cells.formulas().get(0);
      return new RowFault(
          cells.number(),
          header.entrySet().stream()
              .filter(column -> column.getValue() == formula)
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(null),
          "formula-cell",
          "a cell with a formula: give its value",
          cells.texts().get(formula));
    }
    if (given > columns && !CsvRows.blank(cells.texts().subList(columns, given))) {
      return new RowFault(
          cells.number(), null, "extra-cells", "more cells than the header has", null);
    }
    return given < columns && rows.statesAllCells()
        ? new RowFault(
            cells.number(),
            null,
            "missing-cells",
            given + " cells, the header has " + columns,
            null)
        : null;
  }

  private static Map<String, Integer> header(
      long row, List<String> texts, List<TableColumn> columns) {
    Map<String, String> names = new HashMap<>();
    for (TableColumn column : columns) {
      names.put(key(column.name()), column.name());
      column.otherNames().forEach(other -> names.put(key(other), column.name()));
    }
    Map<String, Integer> header = new HashMap<>();
    List<RowFault> faults = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      String name = names.get(key(text));
      if (name == null) {
        faults.add(new RowFault(row, null, "unknown-column", "no column is called so", text));
      } else if (header.put(name, i) != null) {
        faults.add(
            new RowFault(row, name, "duplicate-column", "the column stands there twice", text));
      }
    }
    for (TableColumn column : columns) {
      if (column.required() && !header.containsKey(column.name())) {
        faults.add(
            new RowFault(row, column.name(), "missing-column", "the column is needed", null));
      }
    }
    if (!faults.isEmpty()) {
      throw new UnreadableFileException(Kind.UNREADABLE, faults);
    }
    return header;
  }

  private static String key(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\u3000]", "");
  }

  @Override
  public void close() {
    rows.close();
    delete(temporary);
  }

  /** Spreadsheets tend to state empty cells behind the last name. */
  private static List<String> withoutBlankEnd(List<String> names) {
    int size = names.size();
    while (size > 0 && names.get(size - 1).isBlank()) {
      size--;
    }
    return names.subList(0, size);
  }

  private static Path spool(InputStream body) {
    try {
      Path file = Files.createTempFile("sales-", ".xlsx");
      try {
        Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
      } catch (IOException | RuntimeException e) {
        delete(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileRows spreadsheet(Path file) {
    new SpreadsheetSafety().check(file);
    return new SpreadsheetRows(file);
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
