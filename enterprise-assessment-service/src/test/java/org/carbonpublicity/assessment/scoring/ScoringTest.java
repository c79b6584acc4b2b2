package org.carbonpublicity.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.assessment.fixture.Answers;
import org.junit.jupiter.api.Test;

class ScoringTest {

  static final StarTable TABLE_12 =
      new StarTable(
          List.of(
              new StarRule(1, null, null),
              new StarRule(2, BigDecimal.valueOf(60), null),
              new StarRule(3, BigDecimal.valueOf(70), null),
              new StarRule(4, BigDecimal.valueOf(80), BigDecimal.valueOf(60)),
              new StarRule(5, BigDecimal.valueOf(90), BigDecimal.valueOf(80))));

  static final List<ScoredItem> ITEMS =
      Answers.ITEMS.stream()
          .map(item -> new ScoredItem(item, item.substring(0, 2), Answers.isMandatory(item)))
          .toList();

  static Outcome score(int mandatoryMet, int bonusMet) {
    return Scoring.score(ITEMS, Answers.meeting(mandatoryMet, bonusMet), TABLE_12);
  }

  @Test
  void needsBothFloorsForFiveStars() {
    Outcome seres = score(10, 10);

    assertThat(seres.score().rounded()).isEqualTo(133);
    assertThat(seres.award()).isEqualTo(new Award(4, BoundBy.MANDATORY_RATIO));
  }

  @Test
  void fallsToThreeStarsWithoutSixtyPercentOfTheMandatoryItems() {
    Outcome fawVolkswagen = score(5, 8);

    assertThat(fawVolkswagen.score().rounded()).isEqualTo(87);
    assertThat(fawVolkswagen.award()).isEqualTo(new Award(3, BoundBy.MANDATORY_RATIO));
  }

  @Test
  void countsAFloorThatIsJustReached() {
    assertThat(score(9, 3).award()).isEqualTo(new Award(4, BoundBy.SCORE_AND_MANDATORY_RATIO));
    assertThat(score(9, 0).award()).isEqualTo(new Award(2, BoundBy.SCORE));
    assertThat(score(12, 2).award()).isEqualTo(new Award(5, BoundBy.NOTHING));
  }

  @Test
  void neverRoundsBeforeADecision() {
    Share justBelow = new Share(179, 200);

    assertThat(justBelow.rounded()).isEqualTo(90);
    assertThat(TABLE_12.award(justBelow, new Share(1, 1)).stars()).isEqualTo(4);
  }

  @Test
  void decidesOnTheFractionWhereNoDecimalIsExact() {
    BigDecimal twoThirds = new BigDecimal("66.6666666667");

    assertThat(new Share(2, 3).percent()).isEqualTo(twoThirds);
    assertThat(new Share(2, 3).atLeast(twoThirds)).isFalse();
  }

  @Test
  void roundsHalfUpForDisplay() {
    assertThat(new Share(1, 200).rounded()).isEqualTo(1);
    assertThat(new Share(1, 201).rounded()).isZero();
  }

  @Test
  void countsPerDimension() {
    assertThat(score(4, 1).dimensions())
        .containsExactly(
            new DimensionCount("AW", 3, 3, 2, 1),
            new DimensionCount("AC", 3, 1, 2, 0),
            new DimensionCount("PL", 3, 0, 2, 0),
            new DimensionCount("ME", 3, 0, 3, 0),
            new DimensionCount("DI", 3, 0, 2, 0));
  }

  @Test
  void refusesATableThatLeavesAResultWithoutStars() {
    List<StarRule> rules = List.of(new StarRule(1, BigDecimal.ONE, null));

    assertThatThrownBy(() -> new StarTable(rules)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesATableWithTwoRowsForTheSameStars() {
    List<StarRule> rules = List.of(new StarRule(1, null, null), new StarRule(1, null, null));

    assertThatThrownBy(() -> new StarTable(rules)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void weighsItemsByTheirPoints() {
    List<ScoredItem> items =
        List.of(
            new ScoredItem("a", "d", true, BigDecimal.valueOf(3)),
            new ScoredItem("b", "d", true, BigDecimal.ONE),
            new ScoredItem("c", "d", false, new BigDecimal("0.5")));
    Outcome outcome = Scoring.score(items, Set.of("a", "c"), TABLE_12);

    assertThat(outcome.score().percent()).isEqualTo(new BigDecimal("87.5"));
    assertThat(outcome.mandatoryRatio().percent()).isEqualTo(BigDecimal.valueOf(50));
    assertThat(outcome.itemsMet()).containsExactly("a", "c");
    // 50 % of the mandatory items are too few for four stars.
    assertThat(outcome.award()).isEqualTo(new Award(3, BoundBy.MANDATORY_RATIO));
  }

  @Test
  void saysNothingOfPointsWhereAllItemsWeighTheSame() {
    assertThat(score(10, 10).points()).isNull();
  }
}
