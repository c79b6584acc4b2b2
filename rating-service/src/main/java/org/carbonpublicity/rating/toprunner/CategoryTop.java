package org.carbonpublicity.rating.toprunner;

import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.rating.scheme.Category;

/**
 * The best of a category in an edition.
 *
 * @param models models on sale of the category
 * @param footprintGramsPerKm the lowest footprint among them, gCO2e/km, unrounded
 * @param topRunners all models that have it, by code
 */
public record CategoryTop(
    int edition,
    Category category,
    long models,
    BigDecimal footprintGramsPerKm,
    List<TopRunner> topRunners) {

  public CategoryTop {
    topRunners = List.copyOf(topRunners);
  }
}
