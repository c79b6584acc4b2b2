package org.carbonpublicity.reporting.sales.file;

import org.jspecify.annotations.Nullable;

/** Where a cell says that it stands. */
final class CellAddress {

  private static final int MOST_LETTERS = 3;
  private static final int MOST_DIGITS = 7;

  private CellAddress() {}

  /**
   * Column A to ZZZ and a row, or nothing: for another the reader of workbooks would make cells up
   * to it.
   */
  static boolean isInSheet(@Nullable String address) {
    if (address == null) {
      return true;
    }
    int letters = 0;
    while (letters < address.length() && isBetween(address.charAt(letters), 'A', 'Z')) {
      letters++;
    }
    int end = letters;
    while (end < address.length() && isBetween(address.charAt(end), '0', '9')) {
      end++;
    }
    int digits = end - letters;
    return end == address.length()
        && letters >= 1
        && letters <= MOST_LETTERS
        && digits >= 1
        && digits <= MOST_DIGITS;
  }

  private static boolean isBetween(char c, char first, char last) {
    return c >= first && c <= last;
  }
}
