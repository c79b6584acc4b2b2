package org.carbonpublicity.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carbonpublicity.assessment.fixture.Answers;

class ScoringPropertyTest {

  @Provide
  Arbitrary<Set<String>> itemsMet() {
    return Arbitraries.of(Answers.ITEMS).set().ofMinSize(0).ofMaxSize(Answers.ITEMS.size());
  }

  @Provide
  Arbitrary<String> item() {
    return Arbitraries.of(Answers.ITEMS);
  }

  @Property
  void oneMoreItemNeverCostsAStar(
      @ForAll("itemsMet") Set<String> met, @ForAll("item") String another) {
    Set<String> more = new HashSet<>(met);
    more.add(another);

    Outcome before = Scoring.score(ScoringTest.ITEMS, met, ScoringTest.TABLE_12);
    Outcome after = Scoring.score(ScoringTest.ITEMS, more, ScoringTest.TABLE_12);

    assertThat(after.award().stars()).isGreaterThanOrEqualTo(before.award().stars());
    assertThat(after.score().part()).isGreaterThanOrEqualTo(before.score().part());
  }

  @Property
  void fiveStarsNeedFourFifthsOfTheMandatoryItemsWhateverTheScore(
      @ForAll @IntRange(max = 15) int mandatory, @ForAll @IntRange(max = 11) int bonus) {
    int stars = ScoringTest.score(mandatory, bonus).award().stars();

    assertThat(stars == 5).isEqualTo(mandatory >= 12 && mandatory + bonus >= 14);
  }

  @Property
  void starsAreThoseOfTableTwelve(
      @ForAll @IntRange(max = 15) int mandatory, @ForAll @IntRange(max = 11) int bonus) {
    double score = 100.0 * (mandatory + bonus) / 15;
    double ratio = 100.0 * mandatory / 15;
    int expected = score >= 60 - 1e-9 ? 2 : 1;
    expected = score >= 70 ? 3 : expected;
    expected = score >= 80 - 1e-9 && ratio >= 60 - 1e-9 ? 4 : expected;
    expected = score >= 90 && ratio >= 80 - 1e-9 ? 5 : expected;

    assertThat(ScoringTest.score(mandatory, bonus).award().stars()).isEqualTo(expected);
  }

  @Property
  void theBindingFloorIsOneThatIsMissed(
      @ForAll @IntRange(max = 15) int mandatory, @ForAll @IntRange(max = 11) int bonus) {
    Outcome outcome = ScoringTest.score(mandatory, bonus);

    if (outcome.award().boundBy() == BoundBy.NOTHING) {
      assertThat(outcome.award().stars()).isEqualTo(5);
    } else {
      StarRule next = ScoringTest.TABLE_12.rules().get(5 - outcome.award().stars() - 1);
      boolean scoreMissed = !next.scoreReached(outcome.score());
      boolean ratioMissed = !next.ratioReached(outcome.mandatoryRatio());
      assertThat(outcome.award().boundBy())
          .isEqualTo(
              scoreMissed && ratioMissed
                  ? BoundBy.SCORE_AND_MANDATORY_RATIO
                  : scoreMissed ? BoundBy.SCORE : BoundBy.MANDATORY_RATIO);
    }
  }

  @Property
  void aShareReachesAFloorJustWhenItsPartDoes(
      @ForAll @IntRange(max = 1000) int part,
      @ForAll @IntRange(min = 1, max = 1000) int whole,
      @ForAll @IntRange(max = 200) int floor) {
    assertThat(new Share(part, whole).atLeast(BigDecimal.valueOf(floor)))
        .isEqualTo(100L * part >= (long) floor * whole);
  }
}
