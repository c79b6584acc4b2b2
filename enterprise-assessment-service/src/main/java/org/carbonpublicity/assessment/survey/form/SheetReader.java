package org.carbonpublicity.assessment.survey.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.Item;
import org.carbonpublicity.assessment.guideline.Question;
import org.carbonpublicity.assessment.submission.AnswerCheck;
import org.carbonpublicity.assessment.submission.AnswerDraft;
import org.carbonpublicity.assessment.submission.SubmissionViolation;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filled-in survey. A row whose answer, evidence and comment are all empty says nothing:
 * what was answered before stays.
 */
public final class SheetReader {

  /** Real sheets of a survey unpack to a hundredth of it. */
  private static final int LARGEST_UNPACKED = 16 * 1024 * 1024;

  private static final int MOST_ROWS = 1_000;
  private static final int LONGEST_SHOWN = 60;
  private static final Set<String> YES = Set.of("yes", "y", "true", "是", "1");
  private static final Set<String> NO = Set.of("no", "n", "false", "否", "0");

  private final Map<String, Item> items;
  private final List<SheetFault> faults = new ArrayList<>();
  private final List<AnswerDraft> answers = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);

  private SheetReader(Guideline guideline) {
    items = guideline.itemsByCode();
  }

  /**
   * What a sheet says.
   *
   * @param answers one for each row that says something
   * @param faults everything that is wrong; the answers are then not to be used
   */
  public record Filled(List<AnswerDraft> answers, List<SheetFault> faults) {}

  /**
   * Reads a workbook.
   *
   * @throws UnreadableSheetException when it is none
   */
  public static Filled read(Guideline guideline, byte[] workbook) {
    checkArchive(workbook);
    SheetReader reader = new SheetReader(guideline);
    try (ReadableWorkbook book = open(workbook)) {
      reader.read(book.getFirstSheet().read());
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnreadableSheetException unreadable) {
        throw unreadable;
      }
      // The library has no exception of its own for what it cannot make sense of.
      throw malformed();
    }
    return new Filled(reader.answers, reader.faults);
  }

  private static ReadableWorkbook open(byte[] workbook) throws IOException {
    try {
      return new ReadableWorkbook(
          new ByteArrayInputStream(workbook), new ReadingOptions(true, false));
    } catch (IOException | RuntimeException e) {
      // A workbook need have no styles, on which the reader insists when asked for formats.
      return new ReadableWorkbook(
          new ByteArrayInputStream(workbook), new ReadingOptions(false, false));
    }
  }

  /** Unpacks everything once, counting, and looks for markup that refers to something else. */
  private static void checkArchive(byte[] workbook) {
    int unpacked = 0;
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream part = zip.getInputStream(entry)) {
          byte[] content = part.readNBytes(LARGEST_UNPACKED - unpacked + 1);
          unpacked += content.length;
          if (unpacked > LARGEST_UNPACKED) {
            throw new UnreadableSheetException(
                "expands-too-much", "the workbook unpacks to more than is read");
          }
          // Zeros left out, UTF-16 reads like UTF-8.
          String text =
              new String(content, StandardCharsets.ISO_8859_1)
                  .replace("\0", "")
                  .toUpperCase(Locale.ROOT);
          if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw new UnreadableSheetException(
                "document-type", "the workbook has a document type, which spreadsheets never have");
          }
        }
      }
    } catch (UnreadableSheetException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw malformed();
    }
    if (unpacked == 0) {
      throw malformed();
    }
  }

  private static UnreadableSheetException malformed() {
    return new UnreadableSheetException(
        "malformed-spreadsheet", "the file is not a readable .xlsx workbook");
  }

  private void read(List<Row> rows) {
    if (rows.isEmpty() || rows.size() > MOST_ROWS) {
      throw new UnreadableSheetException(
          "no-rows", "a sheet has a head and at most " + MOST_ROWS + " rows");
    }
    head(rows.get(0));
    if (!faults.isEmpty()) {
      return;
    }
    for (Row row : rows.subList(1, rows.size())) {
      read(row);
    }
  }

  private void head(Row head) {
    for (int i = 0; i < head.getCellCount(); i++) {
      String title = text(head.getCell(i));
      SheetColumn column = SheetColumn.of(title).orElse(null);
      if (column == null && !title.isBlank()) {
        fault(head.getRowNum(), shown(title), "unknown-column", "there is no such column", title);
      } else if (column != null && columns.putIfAbsent(column, i) != null) {
        fault(
            head.getRowNum(), column.key(), "duplicate-column", "the column is there twice", title);
      }
    }
    for (SheetColumn needed : List.of(SheetColumn.ITEM, SheetColumn.ANSWER)) {
      if (!columns.containsKey(needed)) {
        fault(head.getRowNum(), needed.key(), "missing-column", "the column is needed", null);
      }
    }
  }

  private void read(Row row) {
    String answer = cell(row, SheetColumn.ANSWER);
    String evidence = cell(row, SheetColumn.EVIDENCE);
    String comment = cell(row, SheetColumn.COMMENT);
    if (answer.isEmpty() && evidence.isEmpty() && comment.isEmpty()) {
      return;
    }
    String code = cell(row, SheetColumn.ITEM);
    Item item = items.get(code);
    if (item == null) {
      fault(row, SheetColumn.ITEM, "unknown-item", "the guideline has no such item", code);
      return;
    }
    if (!seen.add(code)) {
      fault(row, SheetColumn.ITEM, "duplicate-item", "the item is answered more than once", code);
      return;
    }
    int before = faults.size();
    AnswerDraft draft = draft(row, item, answer, evidence, comment);
    List<SubmissionViolation> violations = new ArrayList<>();
    new AnswerCheck(item, draft, "", false, violations).met();
    for (SubmissionViolation violation : violations) {
      boolean text = violation.field().equals("evidence") || violation.field().equals("comment");
      fault(
          row,
          text ? SheetColumn.of(violation.field()).orElseThrow() : SheetColumn.ANSWER,
          violation.code(),
          violation.message(),
          text ? null : answer);
    }
    if (faults.size() == before) {
      answers.add(draft);
    }
  }

  private AnswerDraft draft(Row row, Item item, String answer, String evidence, String comment) {
    Question.Kind kind = item.asks().kind();
    return new AnswerDraft(
        item.code(),
        kind == Question.Kind.YES_NO ? yesNo(row, answer) : null,
        evidence.isEmpty() ? null : evidence,
        comment.isEmpty() ? null : comment,
        kind == Question.Kind.NUMBER ? number(row, answer) : null,
        kind == Question.Kind.DATE && !answer.isEmpty() ? day(row, answer) : null,
        kind == Question.Kind.CHOICE && !answer.isEmpty() ? answer : null,
        null);
  }

  private @Nullable Boolean yesNo(Row row, String answer) {
    String word = answer.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return true;
    }
    if (!NO.contains(word) && !word.isEmpty()) {
      fault(row, SheetColumn.ANSWER, "not-yes-or-no", "yes or no (是 or 否)", answer);
    }
    return word.isEmpty() ? null : false;
  }

  private @Nullable BigDecimal number(Row row, String answer) {
    try {
      return answer.isEmpty() ? null : new BigDecimal(answer);
    } catch (NumberFormatException e) {
      fault(row, SheetColumn.ANSWER, "not-a-number", "a number without unit", answer);
      return null;
    }
  }

  /** The day as text, also where the spreadsheet has taken it for a date. */
  private String day(Row row, String answer) {
    Cell cell = row.getCell(columns.getOrDefault(SheetColumn.ANSWER, 0));
    if (cell.getType() != CellType.NUMBER) {
      return answer;
    }
    try {
      return cell.asDate().toLocalDate().toString();
    } catch (DateTimeException | ArithmeticException e) {
      return answer;
    }
  }

  private String cell(Row row, SheetColumn column) {
    Integer index = columns.get(column);
    return index == null || index >= row.getCellCount() ? "" : text(row.getCell(index)).strip();
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = cell.asNumber().stripTrailingZeros();
      // A number beyond all ranges stays as it is: written out it could fill the memory.
      return Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString();
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }

  private void fault(
      Row row, SheetColumn column, String code, String message, @Nullable String value) {
    fault(row.getRowNum(), column.key(), code, message, value);
  }

  private void fault(int row, String column, String code, String message, @Nullable String value) {
    faults.add(new SheetFault(row, column, code, message, value == null ? null : shown(value)));
  }

  private static String shown(String value) {
    return value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
  }
}
