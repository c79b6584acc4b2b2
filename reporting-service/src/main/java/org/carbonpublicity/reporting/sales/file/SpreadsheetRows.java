package org.carbonpublicity.reporting.sales.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carbonpublicity.reporting.sales.file.UnreadableFileException.Kind;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of an .xlsx file that {@link SpreadsheetSafety} let pass. */
final class SpreadsheetRows implements FileRows {

  /** A double has no more digits than these. */
  private static final MathContext SPREADSHEET = new MathContext(15, RoundingMode.HALF_UP);

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");
  private static final int MOST_CELLS = 100;

  /** In a number format: quoted text, a colour, currency or locale, a character taken as it is. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

  private static final Pattern DATE = Pattern.compile("[yYmMdD]");

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final Map<String, Boolean> dateFormats = new HashMap<>();
  private long last;

  SpreadsheetRows(Path file) {
    workbook = open(file);
    try {
      stream = workbook.getFirstSheet().openStream();
      rows = stream.iterator();
    } catch (IOException | RuntimeException e) {
      close(workbook);
      throw unreadable();
    }
  }

  /**
   * Formats tell months from numbers. The reader insists on them when asked, but a workbook need
   * have no styles, and then has no dates either.
   */
  private static ReadableWorkbook open(Path file) {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
    } catch (IOException | RuntimeException e) {
      try {
        return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, false));
      } catch (IOException | RuntimeException stillUnreadable) {
        throw unreadable();
      }
    }
  }

  @Override
  public @Nullable Cells next() {
    try {
      while (rows.hasNext()) {
        Cells cells = read(rows.next());
        if (!cells.formulas().isEmpty() || !CsvRows.blank(cells.texts())) {
          return cells;
        }
      }
      return null;
    } catch (UnreadableFileException e) {
      throw e;
    } catch (RuntimeException e) {
      // The reader has no exception of its own for what it cannot make sense of.
      throw unreadable();
    }
  }

  private Cells read(Row row) {
    if (row.getRowNum() <= last) {
      // What is told of a row, and taken of it, is told and taken by its number.
      throw new UnreadableFileException(
          Kind.UNREADABLE,
          row.getRowNum(),
          "malformed-spreadsheet",
          "row " + row.getRowNum() + " comes after row " + last);
    }
    last = row.getRowNum();
    if (row.getCellCount() > MOST_CELLS) {
      throw new UnreadableFileException(
          Kind.UNREADABLE,
          row.getRowNum(),
          "too-many-cells",
          "row " + row.getRowNum() + " has more than " + MOST_CELLS + " cells");
    }
    List<String> texts = new ArrayList<>(row.getCellCount());
    List<Integer> formulas = List.of();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      if (cell != null && (cell.getType() == CellType.FORMULA || cell.getFormula() != null)) {
        formulas = formulas.isEmpty() ? new ArrayList<>() : formulas;
        formulas.add(i);
        texts.add("=" + cell.getFormula());
      } else {
        texts.add(cell == null ? "" : text(cell));
      }
    }
    return new Cells(row.getRowNum(), texts, formulas);
  }

  private String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      return isDate(cell) ? month(cell) : number(cell);
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }

  private static String number(Cell cell) {
    BigDecimal number = cell.asNumber();
    BigDecimal plain = number.precision() > 15 ? number.round(SPREADSHEET) : number;
    BigDecimal stripped = plain.stripTrailingZeros();
    // A number beyond all ranges stays as it is: written out it could fill the memory.
    return Math.abs((long) stripped.scale()) > 40 ? stripped.toString() : stripped.toPlainString();
  }

  /** A month that a spreadsheet has taken for a date. */
  private static String month(Cell cell) {
    try {
      return cell.asDate().format(MONTH);
    } catch (DateTimeException | ArithmeticException e) {
      return number(cell);
    }
  }

  private boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
      // Dates of East Asian spreadsheets, whose formats are not written down in the file.
      return true;
    }
    String format = cell.getDataFormatString();
    return format != null
        && dateFormats.computeIfAbsent(
            format, key -> DATE.matcher(LITERAL.matcher(key).replaceAll("")).find());
  }

  @Override
  public boolean statesAllCells() {
    return false;
  }

  @Override
  public void close() {
    stream.close();
    close(workbook);
  }

  private static void close(ReadableWorkbook workbook) {
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnreadableFileException unreadable() {
    return new UnreadableFileException(
        Kind.UNREADABLE, "malformed-spreadsheet", "the file is not a readable .xlsx workbook");
  }
}
