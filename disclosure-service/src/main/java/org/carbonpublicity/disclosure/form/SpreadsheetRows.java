package org.carbonpublicity.disclosure.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.carbonpublicity.disclosure.form.InvalidFormException.Kind;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of an .xlsx file that {@link SpreadsheetSafety} let pass. */
final class SpreadsheetRows implements FormRows {

  /** A double has no more digits than these. */
  private static final MathContext SPREADSHEET = new MathContext(15, RoundingMode.HALF_UP);

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");
  private static final int MOST_CELLS = 100;

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;

  SpreadsheetRows(Path file) {
    try {
      workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
    } catch (IOException | RuntimeException e) {
      throw unreadable();
    }
    try {
      stream = workbook.getFirstSheet().openStream();
      rows = stream.iterator();
    } catch (IOException | RuntimeException e) {
      close(workbook);
      throw unreadable();
    }
  }

  @Override
  public @Nullable Cells next() {
    try {
      while (rows.hasNext()) {
        Cells cells = read(rows.next());
        if (cells.formula() >= 0 || !CsvRows.blank(cells.texts())) {
          return cells;
        }
      }
      return null;
    } catch (InvalidFormException e) {
      throw e;
    } catch (RuntimeException e) {
      // The reader has no exception of its own for what it cannot make sense of.
      throw unreadable();
    }
  }

  private static Cells read(Row row) {
    if (row.getCellCount() > MOST_CELLS) {
      throw new InvalidFormException(
          Kind.UNREADABLE,
          "too-many-cells",
          "row " + row.getRowNum() + " has more than " + MOST_CELLS + " cells");
    }
    List<String> texts = new ArrayList<>(row.getCellCount());
    int formula = -1;
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      if (cell != null && (cell.getType() == CellType.FORMULA || cell.getFormula() != null)) {
        formula = formula < 0 ? i : formula;
        texts.add("=" + cell.getFormula());
      } else {
        texts.add(cell == null ? "" : text(cell));
      }
    }
    return new Cells(row.getRowNum(), texts, formula);
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      String format = cell.getDataFormatString();
      if (format != null && isDate(format)) {
        LocalDateTime date = cell.asDate();
        return date.format(MONTH);
      }
      BigDecimal number = cell.asNumber();
      BigDecimal plain = number.precision() > 15 ? number.round(SPREADSHEET) : number;
      BigDecimal stripped = plain.stripTrailingZeros();
      // A number beyond all ranges stays as it is: written out it could fill the memory.
      return Math.abs((long) stripped.scale()) > 40
          ? stripped.toString()
          : stripped.toPlainString();
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }

  /** A column of months that a spreadsheet has taken for dates. */
  private static boolean isDate(String format) {
    return format.indexOf('y') >= 0 || format.indexOf('Y') >= 0;
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

  private static InvalidFormException unreadable() {
    return new InvalidFormException(
        Kind.UNREADABLE, "malformed-spreadsheet", "the file is not a readable .xlsx workbook");
  }
}
