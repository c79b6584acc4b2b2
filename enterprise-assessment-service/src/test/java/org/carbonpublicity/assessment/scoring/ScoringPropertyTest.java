package org.carbonpublicity.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  @Property
  void roundsHalfUp(
      @ForAll @IntRange(max = 2000) int part, @ForAll @IntRange(min = 1, max = 400) int whole) {
    assertThat(new Share(part, whole).rounded()).isEqualTo((200 * part + whole) / (2 * whole));
  }

  @Property
  void roundsAHalfUp(@ForAll @IntRange(max = 150) int below) {
    // (2n + 1) of 200 is n + 0.5 %.
    assertThat(new Share(2 * below + 1, 200).rounded()).isEqualTo(below + 1);
  }

  /** Any counts of items and any floors, against arithmetic of whole numbers. */
  @Property
  void worksUnchangedForOtherGuidelines(
      @ForAll @IntRange(min = 1, max = 40) int mandatoryItems,
      @ForAll @IntRange(max = 40) int bonusItems,
      @ForAll @IntRange(max = 40) int mandatoryWanted,
      @ForAll @IntRange(max = 40) int bonusWanted,
      @ForAll @IntRange(max = 150) int scoreFloor,
      @ForAll @IntRange(max = 100) int ratioFloor) {
    int mandatoryMet = Math.min(mandatoryItems, mandatoryWanted);
    int bonusMet = Math.min(bonusItems, bonusWanted);
    List<ScoredItem> items = new ArrayList<>();
    Set<String> met = new HashSet<>();
    for (int i = 0; i < mandatoryItems + bonusItems; i++) {
      boolean mandatory = i < mandatoryItems;
      items.add(new ScoredItem("i" + i, "d" + i % 3, mandatory));
      if (mandatory ? i < mandatoryMet : i - mandatoryItems < bonusMet) {
        met.add("i" + i);
      }
    }
    StarTable table =
        new StarTable(
            List.of(
                new StarRule(1, null, null),
                new StarRule(3, BigDecimal.valueOf(scoreFloor), BigDecimal.valueOf(ratioFloor))));

    Outcome outcome = Scoring.score(items, met, table);

    boolean reached =
        100 * (mandatoryMet + bonusMet) >= scoreFloor * mandatoryItems
            && 100 * mandatoryMet >= ratioFloor * mandatoryItems;
    assertThat(outcome.award().stars()).isEqualTo(reached ? 3 : 1);
    assertThat(outcome.mandatoryMet()).isEqualTo(mandatoryMet);
    assertThat(outcome.bonusMet()).isEqualTo(bonusMet);
    assertThat(outcome.itemsMet()).hasSize(met.size());
  }
}
