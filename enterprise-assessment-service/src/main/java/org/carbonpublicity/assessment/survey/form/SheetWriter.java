package org.carbonpublicity.assessment.survey.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.carbonpublicity.assessment.guideline.Dimension;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.Item;
import org.carbonpublicity.assessment.guideline.Question;
import org.carbonpublicity.assessment.submission.AnswerDraft;
import org.carbonpublicity.assessment.survey.SavedAnswer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a survey as a workbook that can be filled in and uploaded again. */
public final class SheetWriter {

  private SheetWriter() {}

  /**
   * A workbook with a row for each item.
   *
   * @param answers what stands there already, by item
   */
  public static byte[] write(
      Guideline guideline, Map<String, SavedAnswer> answers, boolean chinese) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "CarbonPublicity", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(chinese ? "问卷" : "survey");
      SheetColumn[] columns = SheetColumn.values();
      for (SheetColumn column : columns) {
        sheet.value(0, column.ordinal(), column.title(chinese));
        sheet.width(column.ordinal(), column.width());
      }
      sheet.range(0, 0, 0, columns.length - 1).style().bold().set();
      sheet.freezePane(0, 1);
      int row = 1;
      List<Integer> yesNo = new ArrayList<>();
      for (Dimension dimension : guideline.dimensions()) {
        for (Item item : dimension.items()) {
          if (item.asks().kind() == Question.Kind.YES_NO) {
            yesNo.add(row);
          }
          write(sheet, row++, dimension, item, answers.get(item.code()), chinese);
        }
      }
      offerYesAndNo(workbook, sheet, yesNo, chinese);
      sheet
          .range(1, 0, row - 1, columns.length - 1)
          .style()
          .wrapText(true)
          .verticalAlignment("top")
          .set();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static void offerYesAndNo(
      Workbook workbook, Worksheet sheet, List<Integer> rows, boolean chinese) {
    Worksheet lists = workbook.newWorksheet("lists");
    lists.setVisibilityState(VisibilityState.HIDDEN);
    lists.value(0, 0, yesNo(true, chinese));
    lists.value(1, 0, yesNo(false, chinese));
    for (int row : rows) {
      int column = SheetColumn.ANSWER.ordinal();
      sheet.range(row, column, row, column).validateWithList(lists.range(0, 0, 1, 0));
    }
  }

  private static void write(
      Worksheet sheet,
      int row,
      Dimension dimension,
      Item item,
      @Nullable SavedAnswer saved,
      boolean chinese) {
    text(sheet, row, SheetColumn.ITEM, item.code());
    text(sheet, row, SheetColumn.DIMENSION, chinese ? dimension.titleZh() : dimension.title());
    text(sheet, row, SheetColumn.MANDATORY, kind(item, chinese));
    text(sheet, row, SheetColumn.TEXT, chinese ? item.textZh() : item.text());
    text(sheet, row, SheetColumn.ASKS, asks(item, chinese));
    if (saved == null) {
      return;
    }
    AnswerDraft answer = saved.answer();
    BigDecimal number = answer.number();
    if (number != null) {
      sheet.value(row, SheetColumn.ANSWER.ordinal(), number);
    } else {
      text(sheet, row, SheetColumn.ANSWER, answered(item, answer, chinese));
    }
    text(sheet, row, SheetColumn.EVIDENCE, answer.evidence());
    text(sheet, row, SheetColumn.COMMENT, answer.comment());
  }

  /** As a text cell: a spreadsheet never computes it, whatever it begins with. */
  private static void text(Worksheet sheet, int row, SheetColumn column, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      sheet.value(row, column.ordinal(), text);
    }
  }

  private static @Nullable String answered(Item item, AnswerDraft answer, boolean chinese) {
    return switch (item.asks().kind()) {
      case DATE -> answer.date();
      case CHOICE -> answer.choice();
      default -> answer.met() == null ? null : yesNo(answer.met(), chinese);
    };
  }

  private static String kind(Item item, boolean chinese) {
    return item.mandatory() ? (chinese ? "必选" : "mandatory") : (chinese ? "加分" : "bonus");
  }

  static String yesNo(boolean yes, boolean chinese) {
    return yes ? (chinese ? "是" : "yes") : (chinese ? "否" : "no");
  }

  private static String asks(Item item, boolean chinese) {
    Question asked = item.asks();
    String how =
        switch (asked.kind()) {
          case YES_NO -> yesNo(true, chinese) + " / " + yesNo(false, chinese);
          case NUMBER ->
              (chinese ? "数值 " : "a number ") + Objects.toString(asked.unit(), "") + bounds(asked);
          case DATE -> chinese ? "日期，如 2024-01-31" : "a day as 2024-01-31";
          case CHOICE ->
              asked.choices().stream()
                  .map(
                      choice -> choice.code() + " = " + (chinese ? choice.textZh() : choice.text()))
                  .collect(Collectors.joining("; "));
        };
    if (!item.evidenceRequired()) {
      return how;
    }
    return how + (chinese ? "；须提供证明材料" : "; with evidence");
  }

  private static String bounds(Question asked) {
    String least = asked.atLeast() == null ? "" : " ≥ " + asked.atLeast().toPlainString();
    return asked.atMost() == null ? least : least + " ≤ " + asked.atMost().toPlainString();
  }
}
