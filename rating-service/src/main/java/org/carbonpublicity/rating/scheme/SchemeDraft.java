package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A scheme as somebody wrote it down, unchecked.
 *
 * @param kind null means fixed lines
 * @param lines by name of the powertrain; of fixed lines only
 * @param classUpperBounds by number of the class, "1" to "4"
 * @param classes all five, in any order; null for the standard names and colours
 * @param validFrom a day, YYYY-MM-DD
 * @param validTo a day, YYYY-MM-DD
 */
public record SchemeDraft(
    String id,
    @Nullable String kind,
    @Nullable String title,
    @Nullable String titleZh,
    @Nullable String note,
    @Nullable Map<String, @Nullable Line> lines,
    @Nullable Map<String, @Nullable BigDecimal> classUpperBounds,
    @Nullable List<@Nullable Label> classes,
    @Nullable String validFrom,
    @Nullable String validTo) {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_NOTE = 4_000;
  private static final int LONGEST_NAME = 40;
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

  /** Far beyond any real value, and near enough to keep arithmetic cheap. */
  private static final int MOST_DIGITS = 18;

  private static final int MOST_DECIMALS = 12;

  /** A line as written. */
  public record Line(
      @Nullable BigDecimal interceptGramsPerKm, @Nullable BigDecimal slopeGramsPerKmPerKg) {}

  /** A class's name and colour as written. */
  public record Label(
      @Nullable Integer number,
      @Nullable String name,
      @Nullable String nameZh,
      @Nullable String colour) {}

  /**
   * The scheme, when it breaks no rule.
   *
   * @throws InvalidSchemeException with everything that is wrong
   */
  public RatingScheme check() {
    List<SchemeViolation> violations = new ArrayList<>();
    ReferenceRule reference = checkReference(violations);
    checkText("title", title, true, LONGEST_TITLE, violations);
    checkText("titleZh", titleZh, true, LONGEST_TITLE, violations);
    checkText("note", note, false, LONGEST_NOTE, violations);
    List<BigDecimal> bounds = checkBounds(violations);
    List<ClassLabel> labels = checkLabels(violations);
    Validity validity = checkValidity(violations);
    if (!violations.isEmpty()) {
      throw new InvalidSchemeException(violations);
    }
    return new RatingScheme(
        id,
        Objects.requireNonNull(title),
        Objects.requireNonNull(titleZh),
        note,
        reference,
        new ClassBounds(bounds),
        labels,
        validity);
  }

  private ReferenceRule checkReference(List<SchemeViolation> violations) {
    SchemeKind known =
        kind == null ? SchemeKind.FIXED_LINES : named(SchemeKind.values(), kind).orElse(null);
    if (known == null) {
      violations.add(
          new SchemeViolation(
              "kind", "unknown-kind", "one of " + Arrays.toString(SchemeKind.values())));
    }
    if (known != null && known != SchemeKind.FIXED_LINES) {
      if (lines != null && !lines.isEmpty()) {
        violations.add(
            new SchemeViolation(
                "lines", "not-applicable", "only a scheme of fixed lines states lines"));
      }
      return switch (known) {
        case FITTED_LINES -> new FittedLines();
        case CATEGORY_MEAN -> new CategoryMeans();
        default -> new AbsoluteBands();
      };
    }
    return new FixedLines(checkLines(violations));
  }

  private List<ClassLabel> checkLabels(List<SchemeViolation> violations) {
    if (classes == null) {
      return ClassLabel.STANDARD;
    }
    Map<Integer, Label> byNumber = new HashMap<>();
    for (int i = 0; i < classes.size(); i++) {
      Label label = classes.get(i);
      Integer number = label == null ? null : label.number();
      if (label == null || number == null || number < 1 || number > RatingClass.values().length) {
        violations.add(
            new SchemeViolation("classes." + i + ".class", "unknown-class", "classes are 1 to 5"));
      } else if (byNumber.put(number, label) != null) {
        violations.add(
            new SchemeViolation(
                "classes." + i + ".class", "duplicate-class", "the class stands there twice"));
      }
    }
    List<ClassLabel> labels = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (RatingClass ratingClass : RatingClass.values()) {
      String field = "classes." + ratingClass.number();
      Label label = byNumber.get(ratingClass.number());
      if (label == null) {
        violations.add(
            new SchemeViolation(field, "required", "all classes have names, or none has"));
        continue;
      }
      checkText(field + ".name", label.name(), true, LONGEST_NAME, violations);
      checkText(field + ".nameZh", label.nameZh(), true, LONGEST_NAME, violations);
      if (label.colour() == null || !COLOUR.matcher(label.colour()).matches()) {
        violations.add(new SchemeViolation(field + ".colour", "invalid-colour", "#RRGGBB"));
      }
      if (!names.add("en " + label.name()) | !names.add("zh " + label.nameZh())) {
        violations.add(
            new SchemeViolation(field, "duplicate-name", "another class is called so already"));
      }
      labels.add(
          new ClassLabel(
              String.valueOf(label.name()),
              String.valueOf(label.nameZh()),
              String.valueOf(label.colour())));
    }
    return labels;
  }

  private Validity checkValidity(List<SchemeViolation> violations) {
    LocalDate from = checkDay("validFrom", validFrom, violations);
    LocalDate to = checkDay("validTo", validTo, violations);
    if (from != null && to != null && to.isBefore(from)) {
      violations.add(new SchemeViolation("validTo", "before-start", "ends before it begins"));
    }
    return new Validity(from, to);
  }

  private static @Nullable LocalDate checkDay(
      String field, @Nullable String day, List<SchemeViolation> violations) {
    if (day == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(day);
      if (date.getYear() >= 1900 && date.getYear() <= 2999) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Told below.
    }
    violations.add(new SchemeViolation(field, "not-a-day", "YYYY-MM-DD, from 1900 to 2999"));
    return null;
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
          Powertrain powertrain = named(Powertrain.values(), name).orElse(null);
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

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  /** Part of a message must not grow with the request. */
  private static String printable(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }
}
