package org.carbonpublicity.assessment.scoring;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** From answers to score, mandatory ratio and stars. */
public final class Scoring {

  private Scoring() {}

  /**
   * Scores a complete set of answers: score = 100 · items met / mandatory items, so that bonus
   * items lift it over 100.
   *
   * @param items all items of the guideline, at least one of them mandatory
   * @param met codes of the items met; codes that are no item are not counted
   */
  public static Outcome score(Collection<ScoredItem> items, Set<String> met, StarTable table) {
    int mandatoryItems = 0;
    int mandatoryMet = 0;
    int bonusMet = 0;
    Map<String, DimensionCount> dimensions = new LinkedHashMap<>();
    for (ScoredItem item : items) {
      boolean isMet = met.contains(item.code());
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
    Share score = new Share(mandatoryMet + bonusMet, mandatoryItems);
    Share ratio = new Share(mandatoryMet, mandatoryItems);
    return new Outcome(
        mandatoryItems,
        mandatoryMet,
        items.size() - mandatoryItems,
        bonusMet,
        table.award(score, ratio),
        dimensions.values().stream().toList());
  }
}
