package org.carbonpublicity.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carbonpublicity.assessment.fixture.Answers;
import org.junit.jupiter.api.Test;

class CheapestSetsTest {

  private static final int ALL = Integer.MAX_VALUE;

  @Test
  void tellsWhatTheNextStarTakes() {
    // Ten of 15 mandatory items and ten of eleven bonus items: 133 points, four stars.
    NextStars next =
        CheapestSets.of(ScoringTest.ITEMS, Answers.meeting(10, 10), ScoringTest.TABLE_12, ALL)
            .orElseThrow();

    assertThat(next.stars()).isEqualTo(5);
    assertThat(next.items()).isEqualTo(2);
    assertThat(next.mixes()).containsExactly(new NextStars.Mix(2, 0));
    // Two of the five missing: AC.. are met; ME1..3 and DI1..3 less those met in order.
    assertThat(next.sets()).hasSize(10);
    assertThat(next.sets().get(0)).containsExactly("ME2", "ME3");
    assertThat(next.complete()).isTrue();
  }

  @Test
  void hasNoNextStarAboveTheMost() {
    assertThat(CheapestSets.of(ScoringTest.ITEMS, Answers.meeting(15, 0), ScoringTest.TABLE_12, 1))
        .isEmpty();
  }

  @Test
  void saysWhenThereAreMoreWaysThanListed() {
    NextStars next =
        CheapestSets.of(ScoringTest.ITEMS, Set.of(), ScoringTest.TABLE_12, 3).orElseThrow();

    assertThat(next.items()).isEqualTo(9);
    assertThat(next.sets()).hasSize(3);
    assertThat(next.complete()).isFalse();
  }

  @Test
  void saysWhenNoSetReachesTheNextStar() {
    StarTable beyond =
        new StarTable(
            List.of(new StarRule(1, null, null), new StarRule(2, new BigDecimal("200"), null)));
    NextStars next = CheapestSets.of(ScoringTest.ITEMS, Set.of(), beyond, ALL).orElseThrow();

    assertThat(next.items()).isNull();
    assertThat(next.sets()).isEmpty();
  }

  /**
   * For every reachable state (mandatory and bonus items met, 16 · 12), every subset of the missing
   * items is tried, 268 million in all, by arithmetic of whole numbers that shares nothing with the
   * search.
   */
  @Test
  void isMinimalForEveryReachableStateOfTheGuidelineOf2024() {
    for (int mandatory = 0; mandatory <= 15; mandatory++) {
      for (int bonus = 0; bonus <= 11; bonus++) {
        int stars = stars(mandatory, bonus);
        var next =
            CheapestSets.of(
                ScoringTest.ITEMS, Answers.meeting(mandatory, bonus), ScoringTest.TABLE_12, 1);
        if (stars == 5) {
          assertThat(next).isEmpty();
          continue;
        }
        assertThat(next.orElseThrow().stars()).isEqualTo(stars + 1);
        assertThat(next.get().items())
            .as("%d mandatory and %d bonus items", mandatory, bonus)
            .isEqualTo(smallest(mandatory, bonus, stars + 1));
      }
    }
  }

  @Test
  void listsEverySmallestSetAndNoOther() {
    for (int[] state : new int[][] {{10, 10}, {11, 3}, {9, 2}, {8, 11}, {14, 0}, {12, 1}}) {
      Set<String> met = Answers.meeting(state[0], state[1]);
      NextStars next =
          CheapestSets.of(ScoringTest.ITEMS, met, ScoringTest.TABLE_12, ALL).orElse(null);
      if (next == null) {
        continue;
      }
      Set<Set<String>> expected = reaching(met, next.items(), next.stars());
      assertThat(next.sets().stream().map(Set::copyOf))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  /** Items of different points, against all subsets. */
  @Property(tries = 300)
  void isMinimalWhateverTheItemsWeigh(
      @ForAll @Size(min = 2, max = 9) List<@IntRange(min = 1, max = 9) Integer> points,
      @ForAll @IntRange(max = 255) int met,
      @ForAll @IntRange(min = 1, max = 120) int scoreFloor,
      @ForAll @IntRange(max = 100) int ratioFloor) {
    List<ScoredItem> items = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      items.add(new ScoredItem("i" + i, "d", i % 2 == 0, BigDecimal.valueOf(points.get(i))));
    }
    StarTable table =
        new StarTable(
            List.of(
                new StarRule(1, null, null),
                new StarRule(2, BigDecimal.valueOf(scoreFloor), BigDecimal.valueOf(ratioFloor))));
    Set<String> already = codes(items, met);
    var next = CheapestSets.of(items, already, table, ALL);
    if (Scoring.score(items, already, table).award().stars() == 2) {
      assertThat(next).isEmpty();
      return;
    }
    Integer smallest = null;
    Set<Set<String>> sets = new HashSet<>();
    for (int more = 0; more < 1 << items.size(); more++) {
      Set<String> added = codes(items, more);
      if (added.stream().anyMatch(already::contains)) {
        continue;
      }
      Set<String> together = new HashSet<>(already);
      together.addAll(added);
      if (reached(items, together, scoreFloor, ratioFloor)
          && (smallest == null || added.size() <= smallest)) {
        if (smallest == null || added.size() < smallest) {
          sets.clear();
        }
        smallest = added.size();
        sets.add(added);
      }
    }
    assertThat(next.orElseThrow().items()).isEqualTo(smallest);
    assertThat(next.get().sets().stream().map(Set::copyOf))
        .containsExactlyInAnyOrderElementsOf(sets);
  }

  private static boolean reached(
      List<ScoredItem> items, Set<String> met, int scoreFloor, int ratioFloor) {
    int points = 0;
    int mandatoryPoints = 0;
    int mandatory = 0;
    int mandatoryMet = 0;
    for (ScoredItem item : items) {
      boolean is = met.contains(item.code());
      points += is ? item.points().intValueExact() : 0;
      mandatoryPoints += item.mandatory() ? item.points().intValueExact() : 0;
      mandatory += item.mandatory() ? 1 : 0;
      mandatoryMet += is && item.mandatory() ? 1 : 0;
    }
    return 100 * points >= scoreFloor * mandatoryPoints
        && 100 * mandatoryMet >= ratioFloor * mandatory;
  }

  private static Set<String> codes(List<ScoredItem> items, int bits) {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      if ((bits >> i & 1) == 1) {
        codes.add(items.get(i).code());
      }
    }
    return codes;
  }

  private static Set<Set<String>> reaching(Set<String> met, int size, int stars) {
    List<String> missing = Answers.ITEMS.stream().filter(item -> !met.contains(item)).toList();
    Set<Set<String>> found = new HashSet<>();
    for (int bits = 0; bits < 1 << missing.size(); bits++) {
      if (Integer.bitCount(bits) == size) {
        Set<String> added = new HashSet<>();
        for (int i = 0; i < missing.size(); i++) {
          if ((bits >> i & 1) == 1) {
            added.add(missing.get(i));
          }
        }
        long mandatory =
            added.stream().filter(Answers::isMandatory).count()
                + met.stream().filter(Answers::isMandatory).count();
        int all = added.size() + met.size();
        if (stars((int) mandatory, all - (int) mandatory) >= stars) {
          found.add(added);
        }
      }
    }
    return found;
  }

  /** The bits of the missing mandatory items come first. */
  private static int smallest(int mandatory, int bonus, int stars) {
    int missingMandatory = 15 - mandatory;
    int missing = missingMandatory + 11 - bonus;
    int mask = (1 << missingMandatory) - 1;
    int smallest = ALL;
    for (int bits = 0; bits < 1 << missing; bits++) {
      int size = Integer.bitCount(bits);
      if (size < smallest) {
        int more = Integer.bitCount(bits & mask);
        if (stars(mandatory + more, bonus + size - more) >= stars) {
          smallest = size;
        }
      }
    }
    return smallest;
  }

  private static int stars(int mandatory, int bonus) {
    int all = mandatory + bonus;
    if (100 * all >= 90 * 15 && mandatory >= 12) {
      return 5;
    }
    if (100 * all >= 80 * 15 && mandatory >= 9) {
      return 4;
    }
    return 100 * all >= 70 * 15 ? 3 : 100 * all >= 60 * 15 ? 2 : 1;
  }
}
