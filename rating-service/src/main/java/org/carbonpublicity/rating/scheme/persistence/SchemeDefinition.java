package org.carbonpublicity.rating.scheme.persistence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.rating.scheme.ClassBounds;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.ReferenceRule;

/** The numbers of a scheme as they stand in the {@code definition} column. */
record SchemeDefinition(Map<String, Line> lines, List<BigDecimal> classUpperBounds) {

  record Line(BigDecimal intercept, BigDecimal slope) {}

  static SchemeDefinition of(RatingScheme scheme) {
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
    return new SchemeDefinition(lines, scheme.bounds().upperBounds());
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
        shortest, classUpperBounds.stream().map(BigDecimal::stripTrailingZeros).toList());
  }

  ReferenceRule reference() {
    Map<Powertrain, ReferenceLine> domain = new TreeMap<>();
    lines.forEach(
        (powertrain, line) ->
            domain.put(
                Powertrain.valueOf(powertrain), new ReferenceLine(line.intercept(), line.slope())));
    return new FixedLines(domain);
  }

  ClassBounds bounds() {
    return new ClassBounds(classUpperBounds);
  }
}
