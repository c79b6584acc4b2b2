package org.carbonpublicity.rating.scheme.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.rating.scheme.AbsoluteBands;
import org.carbonpublicity.rating.scheme.CategoryMeans;
import org.carbonpublicity.rating.scheme.ClassBounds;
import org.carbonpublicity.rating.scheme.ClassLabel;
import org.carbonpublicity.rating.scheme.FittedLines;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.ReferenceRule;
import org.carbonpublicity.rating.scheme.SchemeKind;
import org.carbonpublicity.rating.scheme.Validity;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme says, as it stands in the {@code definition} column beside its kind and title.
 *
 * @param classes null in definitions that were written before schemes had names of their own
 * @param validFrom a day, written out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SchemeDefinition(
    Map<String, Line> lines,
    List<BigDecimal> classUpperBounds,
    @Nullable List<Label> classes,
    @Nullable String validFrom,
    @Nullable String validTo) {

  /** Of one powertrain, in gCO2e/km and gCO2e/km per kg. */
  public record Line(BigDecimal intercept, BigDecimal slope) {}

  /** Of one class. */
  public record Label(String name, String nameZh, String colour) {}

  /** What a scheme says beside its kind and title. */
  public static SchemeDefinition of(RatingScheme scheme) {
    Map<String, Line> lines = new TreeMap<>();
    if (scheme.reference() instanceof FixedLines fixed) {
      fixed
          .lines()
          .forEach(
              (powertrain, line) ->
                  lines.put(
                      powertrain.name(),
                      new Line(line.interceptGramsPerKm(), line.slopeGramsPerKmPerKg())));
    }
    return new SchemeDefinition(
        lines,
        scheme.bounds().upperBounds(),
        scheme.classes().stream()
            .map(label -> new Label(label.name(), label.nameZh(), label.colour()))
            .toList(),
        written(scheme.validity().from()),
        written(scheme.validity().to()));
  }

  /** The same numbers in their shortest form, so that 0.10 equals 0.1. */
  SchemeDefinition normal() {
    Map<String, Line> shortest = new TreeMap<>();
    lines.forEach(
        (powertrain, line) ->
            shortest.put(
                powertrain,
                new Line(
                    line.intercept().stripTrailingZeros(), line.slope().stripTrailingZeros())));
    return new SchemeDefinition(
        shortest,
        classUpperBounds.stream().map(BigDecimal::stripTrailingZeros).toList(),
        classes,
        validFrom,
        validTo);
  }

  /** The scheme of that definition. */
  public RatingScheme scheme(
      String id, SchemeKind kind, String title, String titleZh, @Nullable String note) {
    return new RatingScheme(
        id,
        title,
        titleZh,
        note,
        reference(kind),
        new ClassBounds(classUpperBounds),
        labels(),
        new Validity(day(validFrom), day(validTo)));
  }

  private ReferenceRule reference(SchemeKind kind) {
    return switch (kind) {
      case FIXED_LINES -> fixedLines();
      case FITTED_LINES -> new FittedLines();
      case CATEGORY_MEAN -> new CategoryMeans();
      case ABSOLUTE_BANDS -> new AbsoluteBands();
    };
  }

  private FixedLines fixedLines() {
    Map<Powertrain, ReferenceLine> domain = new TreeMap<>();
    lines.forEach(
        (powertrain, line) ->
            domain.put(
                Powertrain.valueOf(powertrain), new ReferenceLine(line.intercept(), line.slope())));
    return new FixedLines(domain);
  }

  private List<ClassLabel> labels() {
    return classes == null
        ? ClassLabel.STANDARD
        : classes.stream()
            .map(label -> new ClassLabel(label.name(), label.nameZh(), label.colour()))
            .toList();
  }

  private static @Nullable String written(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable LocalDate day(@Nullable String written) {
    return written == null ? null : LocalDate.parse(written);
  }
}
