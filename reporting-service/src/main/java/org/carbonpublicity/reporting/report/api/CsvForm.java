package org.carbonpublicity.reporting.report.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.reporting.report.Form;
import org.carbonpublicity.reporting.report.Form.Column;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a document as CSV (RFC 4180, UTF-8), headed by the keys of the columns. */
public final class CsvForm {

  /** What makes spreadsheets take a text for a formula. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private CsvForm() {}

  static byte[] of(Form form, List<Map<String, @Nullable Object>> rows) {
    return of(form.columns().stream().map(Column::key).toList(), rows);
  }

  /** The cells of these keys, one row after the other. */
  public static byte[] of(List<String> keys, List<Map<String, @Nullable Object>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(keys);
      for (Map<String, @Nullable Object> row : rows) {
        csv.writeRecord(keys.stream().map(key -> cell(row.get(key))).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    String text = value.toString();
    boolean formula =
        value instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
