package org.carbonpublicity.assessment.scoring;

import java.util.Comparator;
import java.util.List;

/** A guideline's table of stars (report of 2024, Table 12). */
public final class StarTable {

  private final List<StarRule> bestFirst;

  /**
   * @throws IllegalArgumentException when two rows are for the same number of stars, or the last
   *     row has a floor, so that some result would get no stars at all
   */
  public StarTable(List<StarRule> rules) {
    bestFirst = rules.stream().sorted(Comparator.comparingInt(StarRule::stars).reversed()).toList();
    if (bestFirst.stream().mapToInt(StarRule::stars).distinct().count() != bestFirst.size()) {
      throw new IllegalArgumentException("two rows give the same number of stars");
    }
    if (bestFirst.isEmpty() || !isOpen(bestFirst.get(bestFirst.size() - 1))) {
      throw new IllegalArgumentException("the row of fewest stars is open to every result");
    }
  }

  private static boolean isOpen(StarRule rule) {
    return rule.scoreFloor() == null && rule.mandatoryRatioFloorPercent() == null;
  }

  /** The rows, most stars first. */
  public List<StarRule> rules() {
    return bestFirst;
  }

  /** The best row of which the score <b>and</b> the mandatory ratio reach their floors. */
  public Award award(Share score, Share mandatoryRatio) {
    BoundBy boundBy = BoundBy.NOTHING;
    for (StarRule rule : bestFirst) {
      if (rule.reached(score, mandatoryRatio)) {
        return new Award(rule.stars(), boundBy);
      }
      boundBy = missed(rule, score, mandatoryRatio);
    }
    throw new IllegalStateException("the last row is open");
  }

  private static BoundBy missed(StarRule rule, Share score, Share mandatoryRatio) {
    if (rule.scoreReached(score)) {
      return BoundBy.MANDATORY_RATIO;
    }
    return rule.ratioReached(mandatoryRatio) ? BoundBy.SCORE : BoundBy.SCORE_AND_MANDATORY_RATIO;
  }
}
