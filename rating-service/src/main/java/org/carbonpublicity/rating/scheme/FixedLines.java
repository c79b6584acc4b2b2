package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line per powertrain; a powertrain without a line stays unrated. */
public record FixedLines(Map<Powertrain, ReferenceLine> lines) implements ReferenceRule {

  public FixedLines {
    EnumMap<Powertrain, ReferenceLine> ordered = new EnumMap<>(Powertrain.class);
    ordered.putAll(lines);
    lines = Collections.unmodifiableMap(ordered);
  }

  @Override
  public SchemeKind kind() {
    return SchemeKind.FIXED_LINES;
  }

  @Override
  public Reference referenceOf(
      Category category, @Nullable BigDecimal curbMassKg, PopulationNumbers population) {
    ReferenceLine line = lines.get(category.powertrain());
    if (curbMassKg == null) {
      return Reference.missing(UnratedReason.NO_CURB_MASS);
    }
    return line == null ? Reference.missing(UnratedReason.NO_LINE) : line.referenceAt(curbMassKg);
  }
}
