package org.carbonpublicity.assessment.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of an answer: English, or Chinese where the reader prefers it. */
public final class Language {

  private Language() {}

  /** Whether Chinese comes before English, and before "anything", in what the reader accepts. */
  public static boolean isChinese(@Nullable String acceptLanguage) {
    try {
      for (var range : Locale.LanguageRange.parse(acceptLanguage == null ? "*" : acceptLanguage)) {
        String language = range.getRange();
        if (range.getWeight() > 0 && (language.equals("zh") || language.startsWith("zh-"))) {
          return true;
        }
        if (language.equals("*") || language.equals("en") || language.startsWith("en-")) {
          return false;
        }
      }
    } catch (IllegalArgumentException e) {
      // What cannot be read prefers nothing.
    }
    return false;
  }

  /** As {@code Content-Language} names it. */
  public static String name(boolean chinese) {
    return chinese ? "zh" : "en";
  }
}
