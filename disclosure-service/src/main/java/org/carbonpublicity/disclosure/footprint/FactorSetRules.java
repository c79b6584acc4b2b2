package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.disclosure.footprint.FactorCatalogue.Known;
import org.carbonpublicity.disclosure.footprint.InvalidFactorSetException.Violation;
import org.jspecify.annotations.Nullable;

/** Checks a factor set completely: whoever writes a hundred factors wants all faults at once. */
final class FactorSetRules {

  private static final int MOST_FACTORS = 500;
  private static final int LONGEST_TEXT = 1_000;
  private static final int DIGITS = 12;

  private final FactorSetDraft draft;
  private final List<Violation> violations = new ArrayList<>();
  private final Map<String, BigDecimal> values = new LinkedHashMap<>();

  FactorSetRules(FactorSetDraft draft) {
    this.draft = draft;
  }

  FactorSet check(String id) {
    String title = text("title", draft.title());
    String titleZh = text("titleZh", draft.titleZh());
    String note = draft.note() == null ? "" : text("note", draft.note());
    LocalDate from = date("effectiveFrom", draft.effectiveFrom());
    if (draft.methodology() == null) {
      add("methodology", "missing", "methodology is needed");
    } else if (!draft.methodology().equals(FootprintCalculation.METHODOLOGY)) {
      add("methodology", "unknown-value", "known is " + FootprintCalculation.METHODOLOGY);
    }
    if (draft.illustrative() == null) {
      add("illustrative", "missing", "say whether the numbers are illustrative");
    }
    List<Factor> factors = factors(from);
    if (!violations.isEmpty()) {
      throw new InvalidFactorSetException(violations);
    }
    return new FactorSet(
        id,
        title,
        titleZh,
        Boolean.TRUE.equals(draft.illustrative()),
        note,
        from,
        FootprintCalculation.METHODOLOGY,
        factors);
  }

  private List<Factor> factors(LocalDate setFrom) {
    List<@Nullable FactorDraft> lines = draft.factors();
    if (lines == null || lines.isEmpty()) {
      add("factors", "missing", "factors are needed");
      return List.of();
    }
    if (lines.size() > MOST_FACTORS) {
      add("factors", "too-many", "at most " + MOST_FACTORS + " factors");
      return List.of();
    }
    List<Factor> factors = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      FactorDraft line = lines.get(i);
      if (line == null) {
        add("factors[" + i + "]", "missing", "a factor is needed");
      } else {
        factors.add(factor(i, line, setFrom));
      }
    }
    FactorCatalogue.requiredFactors()
        .forEach(
            (name, known) -> {
              if (!values.containsKey(name)) {
                add(
                    "factors[" + name + "]",
                    "missing",
                    name + " in " + known.unit() + " is needed");
              }
            });
    FactorCatalogue.shares().forEach(this::checkShares);
    return factors;
  }

  private Factor factor(int position, FactorDraft line, LocalDate setFrom) {
    if (line.name() == null || line.name().isBlank()) {
      add("factors[" + position + "].name", "missing", "name is needed");
      return new Factor("", BigDecimal.ZERO, "", "", setFrom);
    }
    String name = line.name();
    Known known = FactorCatalogue.find(name);
    if (known == null) {
      String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
      add(
          "factors[" + position + "].name",
          "unknown-factor",
          FootprintCalculation.METHODOLOGY + " has no factor " + shown);
      return new Factor(name, BigDecimal.ZERO, "", "", setFrom);
    }
    String field = "factors[" + name + "]";
    BigDecimal value = value(field + ".value", known, line.value());
    if (values.putIfAbsent(name, value) != null) {
      add(field, "duplicate", name + " stands twice");
    }
    String unit = line.unit();
    if (unit == null) {
      add(field + ".unit", "missing", "unit is needed");
    } else if (!unit.equals(known.unit())) {
      add(field + ".unit", "unknown-unit", "the unit is " + known.unit());
    }
    String source = text(field + ".source", line.source());
    LocalDate from = date(field + ".effectiveFrom", line.effectiveFrom());
    if (from.isAfter(setFrom) && setFrom != LocalDate.MIN) {
      add(
          field + ".effectiveFrom",
          "not-yet-effective",
          "the factor takes effect after its set: on " + from);
    }
    return new Factor(name, value, known.unit(), source, from);
  }

  private BigDecimal value(String field, Known known, @Nullable BigDecimal value) {
    if (value == null) {
      add(field, "missing", "value is needed");
      return BigDecimal.ZERO;
    }
    if (value.signum() < 0) {
      add(field, "negative", "the value is not below zero");
      return BigDecimal.ZERO;
    }
    // By their digits: a number like 1e999999999 is never written out.
    if ((long) value.precision() - value.scale() > DIGITS || value.scale() > DIGITS) {
      add(field, "too-many-digits", "at most " + DIGITS + " digits before and behind the point");
      return BigDecimal.ZERO;
    }
    if (known.positive() && value.signum() == 0) {
      add(field, "not-positive", "the value is above zero");
    }
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private void checkShares(String prefix, boolean whole) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (Map.Entry<String, BigDecimal> factor : values.entrySet()) {
      if (factor.getKey().startsWith(prefix)) {
        any = true;
        sum = sum.add(factor.getValue());
        String material = FactorCatalogue.MATERIAL + factor.getKey().substring(prefix.length());
        if (!values.containsKey(material)) {
          add("factors[" + factor.getKey() + "]", "unknown-material", "the set lacks " + material);
        }
      }
    }
    int toOne = sum.compareTo(BigDecimal.ONE);
    if (!any) {
      add("factors[" + prefix + "*]", "missing", "shares " + prefix + "* are needed");
    } else if (whole ? toOne != 0 : toOne > 0) {
      add(
          "factors[" + prefix + "*]",
          "shares-not-one",
          "the shares make "
              + sum.toPlainString()
              + (whole ? ", not 1" : ", more than 1; the rest of the battery is water"));
    }
  }

  private String text(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      add(field, "missing", field + " is needed");
      return "";
    }
    if (value.length() > LONGEST_TEXT) {
      add(field, "too-long", "at most " + LONGEST_TEXT + " characters");
    } else if (value.codePoints().anyMatch(FactorSetRules::isNoCharacter)) {
      add(field, "control-character", field + " contains a control or half a character");
    }
    return value.strip();
  }

  /** Half of a surrogate pair has no encoding. */
  private static boolean isNoCharacter(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private LocalDate date(String field, @Nullable String value) {
    if (value == null) {
      add(field, "missing", field + " is needed");
      return LocalDate.MIN;
    }
    try {
      LocalDate date = LocalDate.parse(value);
      if (date.getYear() >= 1990 && date.getYear() <= 2100) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Told below.
    }
    add(field, "not-a-date", "a date is YYYY-MM-DD, in the years 1990 to 2100");
    return LocalDate.MIN;
  }

  private void add(String field, String code, String message) {
    violations.add(new Violation(field, code, message));
  }
}
