package org.carbonpublicity.disclosure.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonpublicity.disclosure.form.FormRows.Cells;
import org.carbonpublicity.disclosure.form.InvalidFormException.Kind;
import org.jspecify.annotations.Nullable;

/** A form of vehicle information as a file, read once from its first row to its last. */
public final class VehicleForm implements AutoCloseable {

  /** What a file may be. */
  public enum Format {
    CSV,
    XLSX
  }

  private final FormRows rows;
  private final RowParser parser;
  private final int columns;
  private final @Nullable Path temporary;
  private final FaultLog faults;
  private long read;

  private VehicleForm(
      FormRows rows, Map<Column, Integer> header, int columns, @Nullable Path temporary) {
    this.rows = rows;
    this.faults = new FaultLog();
    this.parser = new RowParser(header, faults);
    this.columns = columns;
    this.temporary = temporary;
  }

  /**
   * Opens a form and reads its header.
   *
   * @param refused columns that this kind of form must not have
   * @throws InvalidFormException when it cannot be read, or its header is at fault
   */
  public static VehicleForm open(InputStream body, Format format, Set<Column> refused) {
    Path temporary = format == Format.XLSX ? spool(body) : null;
    FormRows rows = null;
    try {
      rows = temporary == null ? new CsvRows(body) : new SpreadsheetRows(checked(temporary));
      Cells first = rows.next();
      if (first == null) {
        throw new InvalidFormException(Kind.UNREADABLE, "empty-form", "the file has no rows");
      }
      return new VehicleForm(rows, header(first, refused), first.texts().size(), temporary);
    } catch (RuntimeException e) {
      if (rows != null) {
        rows.close();
      }
      delete(temporary);
      throw e;
    }
  }

  /** The next row, with or without faults; null after the last. */
  public @Nullable VehicleRow next() {
    Cells cells = rows.next();
    if (cells == null) {
      return null;
    }
    read++;
    faults.startRow();
    int given = cells.texts().size();
    if (given > columns && !CsvRows.blank(cells.texts().subList(columns, given))) {
      faults.add(cells.number(), null, "extra-cells", "more cells than the header has", null);
    } else if (given < columns && rows.statesAllCells()) {
      faults.add(
          cells.number(), null, "missing-cells", given + " cells, the header has " + columns, null);
    }
    return parser.parse(cells);
  }

  public FaultLog faults() {
    return faults;
  }

  /** Rows read so far, without the header and without blank ones. */
  public long rowsRead() {
    return read;
  }

  @Override
  public void close() {
    rows.close();
    delete(temporary);
  }

  private static Map<Column, Integer> header(Cells first, Set<Column> refused) {
    Map<Column, Integer> header = new EnumMap<>(Column.class);
    List<RowFault> faults = new ArrayList<>();
    for (int i = 0; i < first.texts().size(); i++) {
      String text = first.texts().get(i);
      Column column = Column.named(text).orElse(null);
      if (column == null || refused.contains(column)) {
        String name = text.length() > 60 ? text.substring(0, 60) : text;
        faults.add(
            new RowFault(
                first.number(),
                column == null ? name : column.header(),
                column == null ? "unknown-column" : "refused-column",
                column == null ? "no column is called so" : "this form does not take the column",
                text));
      } else if (header.put(column, i) != null) {
        faults.add(
            new RowFault(
                first.number(),
                column.header(),
                "duplicate-column",
                "the column stands there twice",
                text));
      }
    }
    Set<Column> missing = EnumSet.allOf(Column.class);
    missing.removeIf(column -> !column.required() || header.containsKey(column));
    for (Column column : missing) {
      faults.add(
          new RowFault(
              first.number(), column.header(), "missing-column", "the column is needed", null));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFormException(Kind.UNREADABLE, faults);
    }
    return header;
  }

  static Path spool(InputStream body) {
    try {
      Path file = Files.createTempFile("form-", ".xlsx");
      try {
        Files.copy(body, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return file;
      } catch (IOException | RuntimeException e) {
        delete(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path checked(Path file) {
    try {
      new SpreadsheetSafety().check(file);
      return file;
    } catch (IOException e) {
      throw new InvalidFormException(
          Kind.UNREADABLE, "malformed-spreadsheet", "the file is not a readable .xlsx workbook");
    }
  }

  static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
