package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line per powertrain, fitted to each edition's models on sale ({@link LineFit}). Where they
 * are too few, models are compared with the mean of their category, which needs no mass.
 */
public record FittedLines() implements ReferenceRule {

  @Override
  public SchemeKind kind() {
    return SchemeKind.FITTED_LINES;
  }

  @Override
  public Reference referenceOf(
      Category category, @Nullable BigDecimal curbMassKg, PopulationNumbers population) {
    ReferenceLine line = population.lines().get(category.powertrain());
    if (line == null) {
      return CategoryMeans.meanOf(category, population);
    }
    return curbMassKg == null
        ? Reference.missing(UnratedReason.NO_CURB_MASS)
        : line.referenceAt(curbMassKg);
  }
}
