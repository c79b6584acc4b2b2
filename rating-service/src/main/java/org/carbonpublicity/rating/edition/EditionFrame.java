package org.carbonpublicity.rating.edition;

import java.util.List;
import org.carbonpublicity.rating.scheme.PopulationNumbers;
import org.carbonpublicity.rating.scheme.RatingScheme;

/**
 * A completed edition without its models: everything else that a rating in it follows from.
 *
 * @param fitted lines that the edition fitted; empty unless its scheme wants any
 * @param population its category means, and those lines
 */
public record EditionFrame(
    Edition edition, RatingScheme scheme, List<FittedLine> fitted, PopulationNumbers population) {

  public EditionFrame {
    fitted = List.copyOf(fitted);
  }
}
