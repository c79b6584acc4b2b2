package org.carbonpublicity.disclosure.form;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.carbonpublicity.disclosure.form.FormRows.Cells;
import org.carbonpublicity.disclosure.form.VehicleForm.Format;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent, with one more column that tells what is wrong with each row. It can be
 * corrected and sent as it is: the column is not read.
 */
public final class AnnotatedForm {

  /** Of a hundred thousand models; they are held in memory. */
  private static final long MOST_CELLS = 2_000_000;

  private static final String MARK = "FFF2CC";
  private static final Pattern NUMBER =
      Pattern.compile("0|[1-9][0-9]{0,14}|[0-9]{1,9}[.][0-9]{1,6}");

  private AnnotatedForm() {}

  /**
   * The rows of a file, blank ones left out.
   *
   * @param faults of the rows, as told of this file
   * @throws InvalidFormException when it has more than two million cells
   */
  public static byte[] write(
      SpooledFile file, Format format, List<RowFault> faults, Language language) {
    Map<Long, String> messages = messages(faults, language);
    List<Cells> rows = new ArrayList<>();
    long cells = 0;
    try (FormRows read =
        format == Format.CSV ? new CsvRows(file.open()) : new SpreadsheetRows(file.path())) {
      for (Cells row = read.next(); row != null; row = read.next()) {
        rows.add(row);
        cells += row.texts().size();
        if (cells > MOST_CELLS) {
          throw new InvalidFormException(
              InvalidFormException.Kind.TOO_LARGE,
              "too-many-cells",
              "a form of more than " + MOST_CELLS + " cells is not answered as a file");
        }
      }
    }
    int width = withoutMessages(rows.get(0).texts());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (format == Format.CSV) {
        csv(rows, width, messages, language, out);
      } else {
        xlsx(rows, width, messages, language, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Map<Long, String> messages(List<RowFault> faults, Language language) {
    Map<Long, String> messages = new HashMap<>();
    for (RowFault fault : faults) {
      messages.merge(fault.row(), message(fault, language), (a, b) -> a + "; " + b);
    }
    return messages;
  }

  private static String message(RowFault fault, Language language) {
    String column = fault.column();
    String text = FaultMessages.in(language, fault).message() + " (" + fault.code() + ")";
    return column == null ? text : Column.title(column, language) + ": " + text;
  }

  /** Columns up to the messages of an earlier answer, or to the last that has a name. */
  private static int withoutMessages(List<String> header) {
    int named = 0;
    for (int i = 0; i < header.size(); i++) {
      if (Column.named(header.get(i)).filter(Column.MESSAGES::equals).isPresent()) {
        return i;
      }
      named = header.get(i).isBlank() ? named : i + 1;
    }
    return named;
  }

  private static void csv(
      List<Cells> rows, int width, Map<Long, String> messages, Language language, OutputStream out)
      throws IOException {
    // The mark tells spreadsheet programs that the text is UTF-8.
    out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    try (CsvWriter csv =
        CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      for (Cells row : rows) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
          cells.add(cell(row, i));
        }
        cells.add(last(rows, row, messages, language));
        csv.writeRecord(cells);
      }
    }
  }

  private static void xlsx(
      List<Cells> rows, int width, Map<Long, String> messages, Language language, OutputStream out)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "CarbonPublicity", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("models");
      sheet.freezePane(0, 1);
      sheet.width(width, 80);
      for (int r = 0; r < rows.size(); r++) {
        Cells row = rows.get(r);
        for (int i = 0; i < width; i++) {
          String text = cell(row, i);
          if (r > 0 && NUMBER.matcher(text).matches()) {
            sheet.value(r, i, new BigDecimal(text));
          } else {
            sheet.value(r, i, text);
          }
        }
        sheet.value(r, width, last(rows, row, messages, language));
        if (r == 0) {
          sheet.range(0, 0, 0, width).style().bold().set();
        } else if (messages.containsKey(row.number())) {
          sheet.range(r, 0, r, width).style().fillColor(MARK).set();
        }
      }
    }
  }

  private static String cell(Cells row, int index) {
    return index < row.texts().size() ? row.texts().get(index) : "";
  }

  /** The name of the column, and the messages below it. */
  private static String last(
      List<Cells> rows, Cells row, Map<Long, String> messages, Language language) {
    @Nullable String message = messages.get(row.number());
    if (row == rows.get(0)) {
      return Column.MESSAGES.title(language) + (message == null ? "" : " - " + message);
    }
    return message == null ? "" : message;
  }
}
