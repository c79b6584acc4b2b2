package org.carbonpublicity.assessment.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From answers to score, mandatory ratio and stars. */
public final class Scoring {

  private Scoring() {}

  /**
   * Scores a complete set of answers: score = 100 · points of the items met / points of all
   * mandatory items, so that bonus items lift it over 100. Where all items weigh the same, as in
   * the guideline of 2024, that is 100 · items met / mandatory items (report of 2024, Table 1). The
   * mandatory ratio counts items, whatever they weigh.
   *
   * @param items all items of the guideline, at least one of them mandatory
   * @param met codes of the items met; codes that are no item are not counted
   */
  public static Outcome score(Collection<ScoredItem> items, Set<String> met, StarTable table) {
    int mandatoryItems = 0;
    int mandatoryMet = 0;
    int bonusMet = 0;
    List<String> itemsMet = new ArrayList<>();
    Map<String, DimensionCount> dimensions = new LinkedHashMap<>();
    for (ScoredItem item : items) {
      boolean isMet = met.contains(item.code());
      if (isMet) {
        itemsMet.add(item.code());
      }
      if (item.mandatory()) {
        mandatoryItems++;
        mandatoryMet += isMet ? 1 : 0;
      } else {
        bonusMet += isMet ? 1 : 0;
      }
      dimensions.merge(
          item.dimension(),
          DimensionCount.of(item.dimension(), item.mandatory(), isMet),
          DimensionCount::plus);
    }
    Points points = points(items, met);
    Share score =
        points == null
            ? new Share(mandatoryMet + bonusMet, mandatoryItems)
            : new Share(points.met(), points.mandatory());
    Share ratio = new Share(mandatoryMet, mandatoryItems);
    return new Outcome(
        mandatoryItems,
        mandatoryMet,
        items.size() - mandatoryItems,
        bonusMet,
        table.award(score, ratio),
        dimensions.values().stream().toList(),
        itemsMet,
        points);
  }

  private static @Nullable Points points(Collection<ScoredItem> items, Set<String> met) {
    BigDecimal one = items.iterator().next().points();
    if (items.stream().allMatch(item -> item.points().compareTo(one) == 0)) {
      return null;
    }
    BigDecimal reached = BigDecimal.ZERO;
    BigDecimal mandatory = BigDecimal.ZERO;
    for (ScoredItem item : items) {
      if (met.contains(item.code())) {
        reached = reached.add(item.points());
      }
      if (item.mandatory()) {
        mandatory = mandatory.add(item.points());
      }
    }
    return new Points(reached, mandatory);
  }
}
