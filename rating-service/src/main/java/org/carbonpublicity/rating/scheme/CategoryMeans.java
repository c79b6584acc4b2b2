package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Every model is compared with the mean of its category in the edition; no mass is needed. */
public record CategoryMeans() implements ReferenceRule {

  @Override
  public SchemeKind kind() {
    return SchemeKind.CATEGORY_MEAN;
  }

  @Override
  public Reference referenceOf(
      Category category, @Nullable BigDecimal curbMassKg, PopulationNumbers population) {
    return meanOf(category, population);
  }

  static Reference meanOf(Category category, PopulationNumbers population) {
    CategorySum sum = population.categories().get(category);
    return sum == null ? Reference.missing(UnratedReason.NO_CATEGORY_MEAN) : Reference.of(sum);
  }
}
