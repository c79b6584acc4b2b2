package org.carbonpublicity.reporting.http;

import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.reporting.http.Problems.Fault;
import org.jspecify.annotations.Nullable;

/** Collects all that is wrong with a JSON request, so that one answer tells everything. */
public final class FieldFaults {

  private final List<Fault> faults = new ArrayList<>();

  /** A text without control characters and not longer than {@code longest}; "" when at fault. */
  public String text(String field, @Nullable String value, int longest) {
    if (value == null || isBlank(value)) {
      add(field, "missing", field + " is needed");
      return "";
    }
    return checked(field, value.strip(), longest);
  }

  public void add(String field, String code, String message) {
    faults.add(new Fault(field, code, message));
  }

  /** Throws a 422 problem when anything was at fault. */
  public void refuse(String type, String title) {
    if (!faults.isEmpty()) {
      throw Problems.unprocessable(type, title, faults);
    }
  }

  /** Neither spaces nor what has no width make a text. */
  private static boolean isBlank(String value) {
    return value
        .codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT);
  }

  /** Of a pair, both halves are one code point; what is left of one has no encoding. */
  private static boolean isNoCharacter(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private String checked(String field, String value, int longest) {
    if (value.codePoints().anyMatch(FieldFaults::isNoCharacter)) {
      add(field, "control-character", field + " contains a control or half a character");
    } else if (value.length() > longest) {
      add(field, "too-long", field + " has more than " + longest + " characters");
    }
    return value;
  }
}
