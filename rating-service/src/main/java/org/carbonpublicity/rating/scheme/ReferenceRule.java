package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a scheme finds the footprint that a model is compared with. */
public sealed interface ReferenceRule
    permits FixedLines, FittedLines, CategoryMeans, AbsoluteBands {

  SchemeKind kind();

  /**
   * The reference of a model, or the reason why it has none.
   *
   * @param population what the edition has found of its models
   */
  Reference referenceOf(
      Category category, @Nullable BigDecimal curbMassKg, PopulationNumbers population);
}
