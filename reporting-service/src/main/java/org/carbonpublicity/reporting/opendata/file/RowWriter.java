package org.carbonpublicity.reporting.opendata.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.carbonpublicity.reporting.opendata.FileFormat;
import org.carbonpublicity.reporting.opendata.ModelField;
import org.jspecify.annotations.Nullable;

/** Writes models in one form; numbers with the digits that they are stored with. */
interface RowWriter {

  /**
   * Writes a model.
   *
   * @param values by the ordinal of their field; null is missing
   */
  void write(@Nullable String[] values) throws IOException;

  /** Hands on all that was written. */
  void flush() throws IOException;

  /** A writer that has written what stands before the first model. */
  static RowWriter of(FileFormat format, OutputStream output) throws IOException {
    return format == FileFormat.CSV ? new Csv(output) : new JsonLines(output);
  }

  /**
   * RFC 4180 in UTF-8; a missing value is an empty cell. Texts stay as they are: imports refuse
   * what spreadsheets take for formulas, and a changed text would be no data.
   */
  final class Csv implements RowWriter {

    private final CsvWriter csv;
    private final String[] cells = new String[ModelField.values().length];

    Csv(OutputStream output) throws IOException {
      csv =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.CRLF)
              .build(new OutputStreamWriter(output, StandardCharsets.UTF_8));
      csv.writeRecord(Arrays.stream(ModelField.values()).map(ModelField::key).toList());
    }

    @Override
    public void write(@Nullable String[] values) throws IOException {
      for (int i = 0; i < cells.length; i++) {
        String value = values[i];
        cells[i] = value == null ? "" : value;
      }
      csv.writeRecord(cells);
    }

    @Override
    public void flush() throws IOException {
      csv.flush();
    }
  }

  /** One object for each line, with all keys; a missing value is null. */
  final class JsonLines implements RowWriter {

    private static final ModelField[] FIELDS = ModelField.values();
    private static final SerializedString[] KEYS =
        Arrays.stream(FIELDS)
            .map(field -> new SerializedString(field.key()))
            .toArray(SerializedString[]::new);

    private final JsonGenerator json;

    JsonLines(OutputStream output) throws IOException {
      json = new JsonFactory().createGenerator(output).setRootValueSeparator(null);
    }

    @Override
    public void write(@Nullable String[] values) throws IOException {
      json.writeStartObject();
      for (int i = 0; i < FIELDS.length; i++) {
        json.writeFieldName(KEYS[i]);
        String value = values[i];
        if (value == null) {
          json.writeNull();
        } else if (FIELDS[i].type().isLiteral()) {
          json.writeRawValue(value);
        } else {
          json.writeString(value);
        }
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }

    @Override
    public void flush() throws IOException {
      json.flush();
    }
  }
}
