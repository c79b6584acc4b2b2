package org.carbonpublicity.reporting.sales.file;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file.
 *
 * @param row as a spreadsheet counts: the header is row 1
 * @param column English name of the column, or the header as written when it is unknown; null for
 *     what concerns the whole row
 * @param code stable, kebab case
 * @param value as given, shortened to 100 characters
 */
public record RowFault(
    long row, @Nullable String column, String code, String message, @Nullable String value) {

  private static final int LONGEST_VALUE = 100;

  public RowFault {
    if (value != null) {
      value = printable(value);
    }
  }

  /** Control characters shown as what they are not: neither JSON nor the database takes a NUL. */
  private static String printable(String value) {
    String shortened =
        value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    StringBuilder text = new StringBuilder(shortened.length());
    for (int i = 0; i < shortened.length(); i++) {
      char c = shortened.charAt(i);
      boolean odd = Character.isISOControl(c) || Character.isSurrogate(c);
      text.append(odd && !pair(shortened, i) ? '\uFFFD' : c);
    }
    return text.toString();
  }

  private static boolean pair(String text, int i) {
    return (Character.isHighSurrogate(text.charAt(i))
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1)))
        || (Character.isLowSurrogate(text.charAt(i))
            && i > 0
            && Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
