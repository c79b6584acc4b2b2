package org.carbonpublicity.assessment.survey.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a survey's sheet, in their order. */
enum SheetColumn {
  ITEM("item", "Item", "条目", 10),
  DIMENSION("dimension", "Dimension", "维度", 20),
  MANDATORY("mandatory", "Mandatory", "必选", 12),
  TEXT("text", "Text", "内容", 70),
  ASKS("asks", "Answer with", "填写说明", 30),
  ANSWER("answer", "Answer", "回答", 16),
  EVIDENCE("evidence", "Evidence", "证明材料", 40),
  COMMENT("comment", "Comment", "备注", 40);

  private final String key;
  private final String title;
  private final String titleZh;
  private final int width;

  SheetColumn(String key, String title, String titleZh, int width) {
    this.key = key;
    this.title = title;
    this.titleZh = titleZh;
    this.width = width;
  }

  String key() {
    return key;
  }

  String title(boolean chinese) {
    return chinese ? titleZh : title;
  }

  /** In characters. */
  int width() {
    return width;
  }

  /** The column of a head in either language, or by its key. */
  static Optional<SheetColumn> of(String head) {
    String wanted = head.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            column ->
                column.key.equals(wanted)
                    || column.title.toLowerCase(Locale.ROOT).equals(wanted)
                    || column.titleZh.equals(wanted))
        .findFirst();
  }
}
