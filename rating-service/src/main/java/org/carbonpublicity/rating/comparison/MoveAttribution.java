package org.carbonpublicity.rating.comparison;

import java.math.BigDecimal;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.PopulationNumbers;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.jspecify.annotations.Nullable;

/**
 * Says what moved a model from one class to another between two editions.
 *
 * <p>The rule, always in this order: first the model's own values (footprint, mass, category) are
 * those of the later edition, under the earlier scheme and its references of then; next the earlier
 * scheme takes its references (fitted lines, category means) from the later population; last the
 * later scheme takes its place. Whatever differs from one to the next is put down to the step. A
 * model's share in the mean that it is compared with, and a change of its sale state, count as the
 * population's.
 */
public final class MoveAttribution {

  private final RatingScheme scheme;
  private final PopulationNumbers earlier;
  private final PopulationNumbers later;
  private final boolean sameScheme;

  /**
   * @param scheme of the earlier edition
   * @param earlier its numbers
   * @param later what that same scheme finds of the later edition's models
   * @param sameScheme whether the later edition has that scheme, too
   */
  public MoveAttribution(
      RatingScheme scheme, PopulationNumbers earlier, PopulationNumbers later, boolean sameScheme) {
    this.scheme = scheme;
    this.earlier = earlier;
    this.later = later;
    this.sameScheme = sameScheme;
  }

  /**
   * @param before its class in the earlier edition
   * @param after its class in the later one, and all else as it is there
   */
  public ClassSteps attribute(
      Standing before,
      Standing after,
      Category category,
      @Nullable BigDecimal curbMassKg,
      BigDecimal footprintGramsPerKm) {
    Standing own = rate(category, curbMassKg, footprintGramsPerKm, earlier);
    Standing population =
        sameScheme ? after : rate(category, curbMassKg, footprintGramsPerKm, later);
    return new ClassSteps(before, own, population, after);
  }

  private Standing rate(
      Category category,
      @Nullable BigDecimal curbMassKg,
      BigDecimal footprintGramsPerKm,
      PopulationNumbers population) {
    return Standing.of(
        scheme.rate(category, curbMassKg, footprintGramsPerKm, population).ratingClass());
  }
}
