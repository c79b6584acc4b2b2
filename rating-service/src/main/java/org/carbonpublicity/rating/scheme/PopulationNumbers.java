package org.carbonpublicity.rating.scheme;

import java.util.Map;

/**
 * What an edition has found of its models on sale and froze: a scheme that compares with the
 * population needs these numbers and no model.
 *
 * @param lines fitted to the models of a powertrain; none where they were too few
 * @param categories those with models on sale
 */
public record PopulationNumbers(
    Map<Powertrain, ReferenceLine> lines, Map<Category, CategorySum> categories) {

  /** Of a scheme that needs none of them. */
  public static final PopulationNumbers NONE = new PopulationNumbers(Map.of(), Map.of());

  public PopulationNumbers {
    lines = Map.copyOf(lines);
    categories = Map.copyOf(categories);
  }
}
