package org.carbonpublicity.disclosure.form;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonpublicity.disclosure.form.FormRows.Cells;
import org.carbonpublicity.disclosure.model.Range;
import org.jspecify.annotations.Nullable;

/**
 * Values of single cells of the row at hand. An empty cell, a dash and a column that the form does
 * not have are all the same: no value.
 */
final class CellParser {

  private static final int MOST_DIGITS = 32;

  private final FaultLog faults;
  private final Map<Column, Enum<?>[]> constants = new EnumMap<>(Column.class);
  private Cells row = new Cells(0, List.of(), List.of());
  private int[] positions = {};

  CellParser(FaultLog faults) {
    this.faults = faults;
  }

  void start(Cells next, int[] columns) {
    row = next;
    positions = columns;
    for (int formula : row.formulas()) {
      Column column = null;
      for (Column candidate : Column.values()) {
        column = positions[candidate.ordinal()] == formula ? candidate : column;
      }
      faults.add(
          row.number(),
          column,
          "formula-cell",
          "a cell with a formula: give its value",
          row.texts().get(formula));
    }
  }

  boolean clean() {
    return faults.rowIsClean();
  }

  void fault(Column column, String code, String message) {
    faults.add(row.number(), column, code, message, written(column));
  }

  boolean isEmpty(Column column) {
    return value(column).isEmpty();
  }

  @Nullable String text(Column column, boolean required, int longest) {
    String text = value(column);
    if (isAbsent(column, text, required)) {
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
      if (Character.isSurrogate(c) && !CellText.isPair(text, i)) {
        fault(column, "control-character", "half a character stands in the text");
        return null;
      }
    }
    return text;
  }

  <E extends Enum<E>> @Nullable E oneOf(Column column, Class<E> type, boolean required) {
    String text = value(column);
    if (isAbsent(column, text, required)) {
      return null;
    }
    E[] values = constants(column, type);
    for (E value : values) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    String upper = text.toUpperCase(Locale.ROOT);
    for (E value : values) {
      if (value.name().equals(upper)) {
        return value;
      }
    }
    fault(column, "unknown-value", "one of " + Arrays.toString(values));
    return null;
  }

  /** The values that a column takes; asked of the type only once, which copies them. */
  @SuppressWarnings("unchecked")
  private <E extends Enum<E>> E[] constants(Column column, Class<E> type) {
    Enum<?>[] known = constants.get(column);
    if (known == null) {
      known = type.getEnumConstants();
      constants.put(column, known);
    }
    return (E[]) known;
  }

  @Nullable BigDecimal number(Column column, Presence presence, Range range) {
    String text = value(column);
    if (isAbsent(column, text, presence == Presence.REQUIRED)) {
      return null;
    }
    if (presence == Presence.REFUSED) {
      fault(column, "not-applicable", "a vehicle of this powertrain has none: leave it empty");
      return null;
    }
    int point = CellText.point(text);
    if (point == CellText.NOT_A_NUMBER) {
      fault(column, "not-a-number", "digits, and a point before decimals");
      return null;
    }
    if (point >= 0 && text.length() - point - 1 > range.decimals()) {
      fault(column, "too-many-decimals", "at most " + range.decimals() + " decimals");
      return null;
    }
    BigDecimal value = text.length() > MOST_DIGITS ? null : new BigDecimal(text);
    if (value == null || !range.holds(value)) {
      Range.Slip slip = value == null ? null : range.slip(value);
      if (slip == null) {
        fault(column, "out-of-range", range.toString());
      } else {
        fault(column, "unit-slip", range + "; is it given in " + slip.unit() + "?");
      }
      return null;
    }
    return value;
  }

  @Nullable String month(Column column) {
    String text = value(column);
    if (isAbsent(column, text, false)) {
      return null;
    }
    if (!isMonth(text)) {
      fault(column, "not-a-month", "YYYY-MM");
      return null;
    }
    return text;
  }

  /** 1950-01 to 2099-12; by hand, since every row of a million has one. */
  private static boolean isMonth(String text) {
    if (text.length() != 7 || text.charAt(4) != '-') {
      return false;
    }
    for (int i = 0; i < 7; i++) {
      if (i != 4 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
        return false;
      }
    }
    int century = 10 * (text.charAt(0) - '0') + text.charAt(1) - '0';
    int month = 10 * (text.charAt(5) - '0') + text.charAt(6) - '0';
    return (century == 20 || (century == 19 && text.charAt(2) >= '5')) && month >= 1 && month <= 12;
  }

  boolean flag(Column column, boolean otherwise) {
    String text = value(column);
    if (isAbsent(column, text, false)) {
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

  /** True when there is no value to look at: a missing one is told here, a formula was already. */
  private boolean isAbsent(Column column, String value, boolean required) {
    if (!row.formulas().isEmpty() && row.formulas().contains(positions[column.ordinal()])) {
      return true;
    }
    if (value.isEmpty() && required) {
      fault(column, "missing-value", "a value is needed");
    }
    return value.isEmpty();
  }

  /** What stands in the cell without white space around it; "" for a dash. */
  private String value(Column column) {
    String written = written(column);
    if (written == null) {
      return "";
    }
    return CellText.value(written);
  }

  /** The cell as it is; null when the row has none. */
  private @Nullable String written(Column column) {
    int position = positions[column.ordinal()];
    return position < 0 || position >= row.texts().size() ? null : row.texts().get(position);
  }
}
