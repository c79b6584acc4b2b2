package org.carbonpublicity.disclosure.form;

import java.util.Locale;
import java.util.Optional;

/** What an automaker says of a model in a feedback form. */
public enum Remark {
  /** The information is right as it is. */
  AGREED("同意"),
  /** The information was wrong; the row has the right one. */
  CORRECTED("已更正"),
  /** The automaker does not recognise the model. */
  NOT_IDENTIFIABLE("无法识别"),
  /** The model does not belong into the batch. */
  OUT_OF_SCOPE("不在范围"),
  NO_LONGER_PRODUCED("已停产");

  private final String chinese;

  Remark(String chinese) {
    this.chinese = chinese;
  }

  /** Its name in a form of that language. */
  public String title(Language language) {
    return language == Language.ZH ? chinese : name();
  }

  /** The remark of a cell, in either language, whatever its case and spaces. */
  static Optional<Remark> named(String text) {
    String key = text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    for (Remark remark : values()) {
      if (remark.name().equals(key) || remark.chinese.equals(text.strip())) {
        return Optional.of(remark);
      }
    }
    return Optional.empty();
  }
}
