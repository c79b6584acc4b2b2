package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The bands are footprints: every model is compared with one gram per km. */
public record AbsoluteBands() implements ReferenceRule {

  private static final Reference ONE_GRAM = Reference.of(BigDecimal.ONE);

  @Override
  public SchemeKind kind() {
    return SchemeKind.ABSOLUTE_BANDS;
  }

  @Override
  public Reference referenceOf(
      Category category, @Nullable BigDecimal curbMassKg, PopulationNumbers population) {
    return ONE_GRAM;
  }
}
