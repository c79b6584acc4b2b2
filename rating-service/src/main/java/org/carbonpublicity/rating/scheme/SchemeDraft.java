package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scheme as somebody wrote it down, unchecked.
 *
 * @param kind null means fixed lines
 * @param lines by name of the powertrain
 * @param classUpperBounds by number of the class, "1" to "4"
 */
public record SchemeDraft(
    String id,
    @Nullable String kind,
    @Nullable String title,
    @Nullable String titleZh,
    @Nullable String note,
    @Nullable Map<String, @Nullable Line> lines,
    @Nullable Map<String, @Nullable BigDecimal> classUpperBounds) {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_NOTE = 4_000;

  /** Far beyond any real value, and near enough to keep arithmetic cheap. */
  private static final int MOST_DIGITS = 18;

  private static final int MOST_DECIMALS = 12;

  /** A line as written. */
  public record Line(
      @Nullable BigDecimal interceptGramsPerKm, @Nullable BigDecimal slopeGramsPerKmPerKg) {}

  /**
   * The scheme, when it breaks no rule.
   *
   * @throws InvalidSchemeException with everything that is wrong
   */
  public RatingScheme check() {
    List<SchemeViolation> violations = new ArrayList<>();
    if (kind != null && !kind.equals(SchemeKind.FIXED_LINES.name())) {
      violations.add(
          new SchemeViolation("kind", "unknown-kind", "the only kind of scheme is FIXED_LINES"));
    }
    checkText("title", title, true, LONGEST_TITLE, violations);
    checkText("titleZh", titleZh, true, LONGEST_TITLE, violations);
    checkText("note", note, false, LONGEST_NOTE, violations);
    Map<Powertrain, ReferenceLine> checkedLines = checkLines(violations);
    List<BigDecimal> bounds = checkBounds(violations);
    if (!violations.isEmpty()) {
      throw new InvalidSchemeException(violations);
    }
    return new RatingScheme(
        id,
        Objects.requireNonNull(title),
        Objects.requireNonNull(titleZh),
        note,
        new FixedLines(checkedLines),
        new ClassBounds(bounds));
  }

  private static void checkText(
      String field,
      @Nullable String text,
      boolean required,
      int longest,
      List<SchemeViolation> violations) {
    if (text == null || text.isBlank()) {
      if (required) {
        violations.add(new SchemeViolation(field, "required", field + " is missing"));
      }
      return;
    }
    if (text.length() > longest) {
      violations.add(new SchemeViolation(field, "too-long", "at most " + longest + " characters"));
    }
    if (text.indexOf('\0') >= 0) {
      violations.add(new SchemeViolation(field, "invalid-character", "contains a NUL character"));
    }
  }

  private Map<Powertrain, ReferenceLine> checkLines(List<SchemeViolation> violations) {
    Map<Powertrain, ReferenceLine> checked = new EnumMap<>(Powertrain.class);
    if (lines == null || lines.isEmpty()) {
      violations.add(new SchemeViolation("lines", "required", "at least one line is needed"));
      return checked;
    }
    lines.forEach(
        (name, line) -> {
          String field = "lines." + printable(name);
          Powertrain powertrain = powertrain(name);
          if (powertrain == null) {
            violations.add(
                new SchemeViolation(
                    field, "unknown-powertrain", "GASOLINE, DIESEL, HEV, PHEV or BEV"));
          } else if (line == null) {
            violations.add(new SchemeViolation(field, "required", "the line is empty"));
          } else {
            checkLine(field, line, violations)
                .ifPresent(reference -> checked.put(powertrain, reference));
          }
        });
    return checked;
  }

  private static Optional<ReferenceLine> checkLine(
      String field, Line line, List<SchemeViolation> violations) {
    int before = violations.size();
    BigDecimal intercept =
        checkNumber(field + ".interceptGramsPerKm", line.interceptGramsPerKm(), violations);
    BigDecimal slope =
        checkNumber(field + ".slopeGramsPerKmPerKg", line.slopeGramsPerKmPerKg(), violations);
    if (violations.size() > before || intercept == null || slope == null) {
      return Optional.empty();
    }
    if (slope.signum() < 0) {
      violations.add(
          new SchemeViolation(
              field + ".slopeGramsPerKmPerKg", "negative", "a reference does not fall with mass"));
    }
    if (slope.signum() == 0 && intercept.signum() <= 0) {
      violations.add(
          new SchemeViolation(field, "never-positive", "this line gives no positive reference"));
    }
    return Optional.of(new ReferenceLine(intercept, slope));
  }

  private List<BigDecimal> checkBounds(List<SchemeViolation> violations) {
    List<BigDecimal> bounds = new ArrayList<>();
    Map<String, @Nullable BigDecimal> given =
        classUpperBounds == null ? Map.of() : classUpperBounds;
    for (String number : given.keySet()) {
      if (!number.matches("[1-4]")) {
        violations.add(
            new SchemeViolation(
                "classUpperBounds." + printable(number),
                "unknown-class",
                "classes 1 to 4 have an upper bound, class 5 has none"));
      }
    }
    BigDecimal previous = BigDecimal.ZERO;
    for (int i = 1; i <= ClassBounds.COUNT; i++) {
      String field = "classUpperBounds." + i;
      BigDecimal bound = checkNumber(field, given.get(Integer.toString(i)), violations);
      if (bound == null) {
        continue;
      }
      if (bound.compareTo(previous) <= 0) {
        violations.add(
            new SchemeViolation(
                field, "not-ascending", "bounds are positive and rise from class to class"));
      }
      previous = bound;
      bounds.add(bound);
    }
    return bounds;
  }

  private static @Nullable BigDecimal checkNumber(
      String field, @Nullable BigDecimal value, List<SchemeViolation> violations) {
    if (value == null) {
      violations.add(new SchemeViolation(field, "required", "a number is needed"));
      return null;
    }
    if (value.scale() > MOST_DECIMALS
        || value.scale() < -MOST_DIGITS
        || (long) value.precision() - value.scale() > MOST_DIGITS) {
      violations.add(
          new SchemeViolation(
              field,
              "out-of-range",
              "at most %d digits and %d decimals".formatted(MOST_DIGITS, MOST_DECIMALS)));
      return null;
    }
    return value;
  }

  private static @Nullable Powertrain powertrain(String name) {
    for (Powertrain powertrain : Powertrain.values()) {
      if (powertrain.name().equals(name)) {
        return powertrain;
      }
    }
    return null;
  }

  /** Part of a message must not grow with the request. */
  private static String printable(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }
}
