package org.carbonpublicity.disclosure.form;

/** What the text of a cell is made of. */
final class CellText {

  /** Answered for a text that is no number. */
  static final int NOT_A_NUMBER = -2;

  private static final String DASHES = "-–—/";

  private CellText() {}

  /** The text without white space around it; "" for a dash. */
  static String value(String written) {
    int from = 0;
    int to = written.length();
    while (from < to && isBlank(written.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(written.charAt(to - 1))) {
      to--;
    }
    String text = written.substring(from, to);
    return isDash(text) ? "" : text;
  }

  /** True for half a character of two halves whose other half stands beside it. */
  static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  /** Where the point stands, -1 without one, {@link #NOT_A_NUMBER} for anything but digits. */
  static int point(String text) {
    int point = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0 && i > 0 && i < text.length() - 1) {
        point = i;
      } else if (c < '0' || c > '9') {
        return NOT_A_NUMBER;
      }
    }
    return point;
  }

  /** Also no-break spaces and what has no width: copied from web pages, seen by nobody. */
  private static boolean isBlank(char c) {
    return c == ' '
        || Character.isWhitespace(c)
        || (c > 0x7F && (Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF));
  }

  private static boolean isDash(String text) {
    return (text.length() == 1 || text.length() == 2)
        && DASHES.indexOf(text.charAt(0)) >= 0
        && DASHES.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
