package org.carbonpublicity.disclosure.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** The version of the template that is given out now. */
  public static final String TEMPLATE_VERSION = "feedback-1";

  private final FormRows rows;
  private final Set<Column> header;
  private final RowParser parser;
  private final int columns;
  private final @Nullable Path temporary;
  private final FaultLog faults;
  private long read;

  private VehicleForm(
      FormRows rows, Map<Column, Integer> header, int columns, @Nullable Path temporary, Use use) {
    this.rows = rows;
    this.header = Set.copyOf(header.keySet());
    this.faults = new FaultLog(use.faults());
    this.parser = new RowParser(header, faults, use.answers());
    this.columns = columns;
    this.temporary = temporary;
  }

  /** What is made of a form. */
  private record Use(Set<Column> refused, boolean answers, int faults) {}

  /**
   * Opens a feedback form and reads its header. Its rows answer to what is known of their models,
   * so that values may be missing where nothing is calculated.
   *
   * @param mostFaults that are listed
   * @throws InvalidFormException when it cannot be read, or its header is at fault
   */
  public static VehicleForm answers(InputStream body, Format format, int mostFaults) {
    return open(body, format, new Use(EnumSet.of(Column.FOOTPRINT_G_PER_KM), true, mostFaults));
  }

  /**
   * Opens a form and reads its header.
   *
   * @param refused columns that this kind of form must not have
   * @throws InvalidFormException when it cannot be read, or its header is at fault
   */
  public static VehicleForm open(InputStream body, Format format, Set<Column> refused) {
    Set<Column> feedback = EnumSet.range(Column.REMARK, Column.MESSAGES);
    feedback.addAll(refused);
    return open(body, format, new Use(feedback, false, FaultLog.LISTED));
  }

  private static VehicleForm open(InputStream body, Format format, Use use) {
    Path temporary = format == Format.XLSX ? spool(body) : null;
    FormRows rows = null;
    try {
      rows = temporary == null ? new CsvRows(body) : spreadsheet(temporary);
      Cells first = rows.next();
      if (first == null) {
        throw empty("the file has no rows");
      }
      List<String> names = withoutBlankEnd(first.texts());
      Map<Column, Integer> header = header(first.number(), names, use.refused());
      return new VehicleForm(rows, header, names.size(), temporary, use);
    } catch (RuntimeException e) {
      if (rows != null) {
        rows.close();
      }
      delete(temporary);
      throw e;
    }
  }

  /**
   * The next row, with or without faults; null after the last.
   *
   * @throws InvalidFormException when it cannot be read, or when there is none at all
   */
  public @Nullable VehicleRow next() {
    Cells cells = rows.next();
    if (cells == null) {
      if (read == 0) {
        throw empty("no row follows the header");
      }
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

  private static InvalidFormException empty(String message) {
    return new InvalidFormException(Kind.UNREADABLE, "empty-form", message);
  }

  /** The columns that it has. */
  public Set<Column> columns() {
    return header;
  }

  /** The version that it states of its template; null when it states none. */
  public @Nullable String templateVersion() {
    return parser.templateVersion();
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

  /** Spreadsheets tend to state empty cells behind the last name. */
  static List<String> withoutBlankEnd(List<String> names) {
    int size = names.size();
    while (size > 0 && names.get(size - 1).isBlank()) {
      size--;
    }
    return names.subList(0, size);
  }

  static Map<Column, Integer> header(long row, List<String> names, Set<Column> refused) {
    Map<Column, Integer> header = new EnumMap<>(Column.class);
    List<RowFault> faults = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String text = names.get(i);
      Column column = Column.named(text).orElse(null);
      if (column == null || refused.contains(column)) {
        String name = text.isBlank() ? CellAddress.letters(i) : text.strip();
        faults.add(
            new RowFault(
                row,
                column == null ? name.substring(0, Math.min(60, name.length())) : column.header(),
                column == null ? "unknown-column" : "refused-column",
                column == null ? "no column is called so" : "this form does not take the column",
                text));
      } else if (header.put(column, i) != null) {
        faults.add(
            new RowFault(
                row, column.header(), "duplicate-column", "the column stands there twice", text));
      }
    }
    Set<Column> missing = EnumSet.allOf(Column.class);
    missing.removeIf(
        column -> !column.required() || refused.contains(column) || header.containsKey(column));
    for (Column column : missing) {
      faults.add(
          new RowFault(row, column.header(), "missing-column", "the column is needed", null));
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

  static FormRows spreadsheet(Path file) {
    new SpreadsheetSafety().check(file);
    return new SpreadsheetRows(file);
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
