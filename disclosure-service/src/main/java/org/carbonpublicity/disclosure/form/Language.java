package org.carbonpublicity.disclosure.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The languages that automakers are spoken to in. */
public enum Language {
  EN,
  ZH;

  /** The one that an {@code Accept-Language} header prefers; English where it names neither. */
  public static Language accepted(@Nullable String header) {
    if (header == null) {
      return EN;
    }
    try {
      List<LanguageRange> ranges =
          LanguageRange.parse(header).stream()
              .filter(range -> range.getWeight() > 0)
              .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
              .toList();
      for (LanguageRange range : ranges) {
        String primary = range.getRange().toLowerCase(Locale.ROOT).split("-", 2)[0];
        if (primary.equals("zh") || primary.equals("en")) {
          return primary.equals("zh") ? ZH : EN;
        }
      }
    } catch (IllegalArgumentException e) {
      // A header that is none names no language.
    }
    return EN;
  }
}
