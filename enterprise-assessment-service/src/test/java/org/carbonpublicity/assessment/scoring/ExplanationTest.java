package org.carbonpublicity.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static String english(int mandatory, int bonus) {
    return Explanation.of(ScoringTest.score(mandatory, bonus), ScoringTest.TABLE_12, false);
  }

  @Test
  void saysWhichRuleBound() {
    assertThat(english(10, 10)).isEqualTo("133 points, but 10 of 15 mandatory items: 67 % < 80 %");
    assertThat(english(9, 0)).isEqualTo("60 points < 70");
    assertThat(english(9, 3)).isEqualTo("80 points < 90; 9 of 15 mandatory items: 60 % < 80 %");
    assertThat(english(15, 11))
        .isEqualTo("173 points and 15 of 15 mandatory items: the most stars there are");
  }

  @Test
  void saysItInChinese() {
    assertThat(Explanation.of(ScoringTest.score(10, 10), ScoringTest.TABLE_12, true))
        .isEqualTo("133 分，但必选条目达成 10/15：67 % < 80 %");
    assertThat(Explanation.of(ScoringTest.score(15, 0), ScoringTest.TABLE_12, true))
        .isEqualTo("100 分，必选条目达成 15/15：已达最高星级");
  }

  @Test
  void doesNotShowAMissedFloorAsReached() {
    // 179 of 200 is 89.5 %, which rounds half up to the floor of 90.
    List<ScoredItem> items = new ArrayList<>();
    Set<String> met = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      items.add(new ScoredItem("i" + i, "d", true));
      if (i < 179) {
        met.add("i" + i);
      }
    }
    StarTable table =
        new StarTable(
            List.of(
                new StarRule(1, null, null),
                new StarRule(2, BigDecimal.valueOf(90), BigDecimal.valueOf(90))));

    assertThat(Explanation.of(Scoring.score(items, met, table), table, false))
        .isEqualTo("89.5 points < 90; 179 of 200 mandatory items: 89.5 % < 90 %");
  }
}
