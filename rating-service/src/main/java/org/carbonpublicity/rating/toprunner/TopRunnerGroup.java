package org.carbonpublicity.rating.toprunner;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The best of a group of categories.
 *
 * @param key what the categories have in common
 * @param models models on sale of the group
 * @param footprintGramsPerKm the lowest footprint among them, gCO2e/km, unrounded
 * @param topRunners all models that have it, by code
 */
public record TopRunnerGroup(
    Map<CategoryAttribute, String> key,
    long models,
    BigDecimal footprintGramsPerKm,
    List<TopRunner> topRunners) {

  public TopRunnerGroup {
    key = Map.copyOf(key);
    topRunners = List.copyOf(topRunners);
  }

  /**
   * The best of categories.
   *
   * @throws IllegalArgumentException without any
   */
  static TopRunnerGroup of(Map<CategoryAttribute, String> key, List<CategoryTop> categories) {
    BigDecimal lowest =
        categories.stream()
            .map(CategoryTop::footprintGramsPerKm)
            .min(Comparator.naturalOrder())
            .orElseThrow(() -> new IllegalArgumentException("a group has a category"));
    return new TopRunnerGroup(
        key,
        categories.stream().mapToLong(CategoryTop::models).sum(),
        lowest,
        categories.stream()
            .filter(top -> top.footprintGramsPerKm().compareTo(lowest) == 0)
            .flatMap(top -> top.topRunners().stream())
            .sorted(Comparator.comparing(TopRunner::modelCode))
            .toList());
  }
}
