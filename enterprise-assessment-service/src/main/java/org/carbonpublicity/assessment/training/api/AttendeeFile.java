package org.carbonpublicity.assessment.training.api;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.training.Attendee;
import org.carbonpublicity.assessment.training.TrainingViolation;
import org.carbonpublicity.assessment.training.api.Refusals.RowFault;

/**
 * People to be registered, as a CSV file in UTF-8 or GB18030: columns {@code enterprise} (code),
 * {@code name}, {@code personal_key}, in English or Chinese and any order.
 */
final class AttendeeFile {

  static final String ROW = "row ";

  private static final List<String> COLUMNS = List.of("enterprise", "name", "personal_key");
  private static final Map<String, String> NAMES =
      Map.of("企业", "enterprise", "姓名", "name", "工号", "personal_key");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private AttendeeFile() {}

  /** All rows; a 422 problem that names all that is wrong. */
  static List<Attendee> read(byte[] file) {
    List<CsvRecord> records = records(text(file));
    if (records.isEmpty()) {
      throw Refusals.rows(List.of(new RowFault(1, null, "empty", "the file has no rows", null)));
    }
    List<Integer> places = places(records.get(0).getFields());
    List<Attendee> attendees = new ArrayList<>();
    List<RowFault> faults = new ArrayList<>();
    for (int i = 1; i < records.size(); i++) {
      List<String> fields = records.get(i).getFields();
      int row = i + 1;
      if (fields.stream().allMatch(String::isBlank)) {
        continue;
      }
      FieldFaults of = new FieldFaults();
      List<String> values = new ArrayList<>();
      for (int column = 0; column < COLUMNS.size(); column++) {
        int place = places.get(column);
        String value = place < fields.size() ? fields.get(place) : "";
        values.add(of.text(COLUMNS.get(column), value, SessionRequests.LONGEST_NAME));
      }
      of.faults()
          .forEach(
              fault ->
                  faults.add(
                      new RowFault(row, fault.field(), fault.code(), fault.message(), null)));
      attendees.add(new Attendee(values.get(0), values.get(1), values.get(2), ROW + row));
    }
    if (attendees.isEmpty()) {
      faults.add(new RowFault(2, null, "empty", "the file names nobody", null));
    }
    if (attendees.size() > SessionRequests.MOST_ROWS) {
      faults.add(
          new RowFault(
              null, null, "too-many", "at most " + SessionRequests.MOST_ROWS + " rows", null));
    }
    if (!faults.isEmpty()) {
      throw Refusals.rows(faults);
    }
    return attendees;
  }

  /** What a use case found wrong with a row. */
  static RowFault fault(TrainingViolation violation) {
    boolean ofRow = violation.field().startsWith(ROW);
    String column =
        switch (violation.code()) {
          case "unknown-enterprise" -> "enterprise";
          case "already-registered" -> "personal_key";
          default -> null;
        };
    return new RowFault(
        ofRow ? Integer.valueOf(violation.field().substring(ROW.length())) : null,
        column,
        violation.code(),
        violation.message(),
        null);
  }

  private static List<Integer> places(List<String> header) {
    List<String> names =
        header.stream()
            .map(String::strip)
            .map(name -> NAMES.getOrDefault(name, name.toLowerCase(Locale.ROOT)))
            .toList();
    List<RowFault> faults = new ArrayList<>();
    for (String column : COLUMNS) {
      if (Collections.frequency(names, column) != 1) {
        faults.add(
            new RowFault(1, column, "missing-column", column + " stands once in row 1", null));
      }
    }
    for (String name : names) {
      if (!COLUMNS.contains(name)) {
        faults.add(
            new RowFault(
                1, null, "unknown-column", "known are " + String.join(", ", COLUMNS), name));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusals.rows(faults);
    }
    return COLUMNS.stream().map(names::indexOf).toList();
  }

  private static List<CsvRecord> records(String text) {
    try {
      return CsvReader.builder()
          .skipEmptyLines(false)
          .allowExtraFields(true)
          .allowMissingFields(true)
          .ofCsvRecord(text)
          .stream()
          .toList();
    } catch (CsvParseException e) {
      throw Refusals.rows(
          List.of(new RowFault(null, null, "malformed", "the file is no CSV", null)));
    }
  }

  private static String text(byte[] file) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        // The next one, then.
      }
    }
    throw Problems.unprocessable(
        "invalid-training-request",
        "The file cannot be read",
        List.of(new Fault("file", "encoding", "neither UTF-8 nor GB18030")));
  }
}
