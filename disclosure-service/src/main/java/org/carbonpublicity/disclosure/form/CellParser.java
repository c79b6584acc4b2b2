package org.carbonpublicity.disclosure.form;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.carbonpublicity.disclosure.form.FormRows.Cells;
import org.jspecify.annotations.Nullable;

/** Values of single cells of the row at hand. */
final class CellParser {

  private static final Pattern MONTH = Pattern.compile("(19[5-9]|20[0-9])[0-9]-(0[1-9]|1[0-2])");
  private static final int MOST_DIGITS = 16;

  private final FaultLog faults;
  private Cells row = new Cells(0, List.of(), -1);
  private int[] positions = {};

  CellParser(FaultLog faults) {
    this.faults = faults;
  }

  void start(Cells next, int[] columns) {
    row = next;
    positions = columns;
    if (row.formula() >= 0) {
      Column column = null;
      for (Column candidate : Column.values()) {
        column = positions[candidate.ordinal()] == row.formula() ? candidate : column;
      }
      faults.add(
          row.number(),
          column,
          "formula-cell",
          "a cell with a formula: give its value",
          row.texts().get(row.formula()));
    }
  }

  boolean clean() {
    return faults.rowIsClean();
  }

  void fault(Column column, String code, String message) {
    faults.add(row.number(), column, code, message, cell(column));
  }

  boolean isEmpty(Column column) {
    String text = cell(column);
    return text.isEmpty() || isDash(text);
  }

  @Nullable String text(Column column, boolean required, int longest) {
    String text = cell(column);
    if (text.isEmpty()) {
      if (required) {
        fault(column, "missing-value", "a value is needed");
      }
      return null;
    }
    char first = text.charAt(0);
    if (first == '=' || first == '+' || first == '-' || first == '@') {
      fault(column, "formula-in-text", "a text does not start with = + - or @");
      return null;
    }
    if (text.length() > longest) {
      fault(column, "too-long", "at most " + longest + " characters");
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) {
        fault(column, "control-character", "a control character stands in the text");
        return null;
      }
      if (Character.isSurrogate(c) && !isPair(text, i)) {
        fault(column, "control-character", "half a character stands in the text");
        return null;
      }
    }
    return text;
  }

  <E extends Enum<E>> @Nullable E oneOf(Column column, Class<E> type, boolean required) {
    String text = cell(column);
    if (text.isEmpty()) {
      if (required) {
        fault(column, "missing-value", "a value is needed");
      }
      return null;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    String upper = text.toUpperCase(Locale.ROOT);
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(upper)) {
        return value;
      }
    }
    fault(column, "unknown-value", "one of " + Arrays.toString(type.getEnumConstants()));
    return null;
  }

  @Nullable BigDecimal number(Column column, Presence presence, Range range) {
    String text = cell(column);
    if (text.isEmpty() || isDash(text)) {
      if (presence == Presence.REQUIRED) {
        fault(column, "missing-value", "a value is needed; missing is never zero");
      }
      return null;
    }
    if (presence == Presence.REFUSED) {
      fault(column, "not-applicable", "a vehicle of this powertrain has none: leave it empty");
      return null;
    }
    int point = point(text);
    if (point == NOT_A_NUMBER) {
      fault(column, "not-a-number", "digits, and a point before decimals");
      return null;
    }
    if (point >= 0 && text.length() - point - 1 > range.decimals()) {
      fault(column, "too-many-decimals", "at most " + range.decimals() + " decimals");
      return null;
    }
    BigDecimal value = text.length() > MOST_DIGITS * 2 ? null : new BigDecimal(text);
    if (value == null || !range.holds(value)) {
      fault(column, "out-of-range", range.toString());
      return null;
    }
    return value;
  }

  @Nullable String month(Column column) {
    String text = cell(column);
    if (text.isEmpty()) {
      return null;
    }
    if (!MONTH.matcher(text).matches()) {
      fault(column, "not-a-month", "YYYY-MM");
      return null;
    }
    return text;
  }

  boolean flag(Column column, boolean otherwise) {
    String text = cell(column);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.equals("Y") || text.equals("y")) {
      return true;
    }
    if (!text.equals("N") && !text.equals("n")) {
      fault(column, "unknown-value", "Y or N");
    }
    return false;
  }

  private String cell(Column column) {
    int position = positions[column.ordinal()];
    return position < 0 || position >= row.texts().size() ? "" : row.texts().get(position).strip();
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static boolean isDash(String text) {
    return text.length() <= 2 && text.chars().allMatch(c -> "-–—/".indexOf(c) >= 0);
  }

  private static final int NOT_A_NUMBER = -2;

  /** Where the point stands, -1 without one, {@link #NOT_A_NUMBER} for anything but digits. */
  private static int point(String text) {
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
}
