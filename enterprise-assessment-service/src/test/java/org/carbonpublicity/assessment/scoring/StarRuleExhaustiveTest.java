package org.carbonpublicity.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * All results that the guideline of 2024 can give, against a table written by hand from the printed
 * rules: for each number of mandatory items met (rows, 0 to 15) the stars for 0 to 11 bonus items.
 *
 * <p>By hand: score = 100 · n / 15 with n items met in all. 60 takes n = 9, 70 takes 11 (10.5), 80
 * takes 12, 90 takes 14 (13.5). Four stars also take 60 % of the mandatory items, 9 of 15; five
 * stars 80 %, 12 of 15.
 */
class StarRuleExhaustiveTest {

  private static final String[] STARS = {
    "111111111223", // 0 mandatory: n = bonus; 9, 10 give two stars, 11 three, 12 is out of reach
    "111111112233",
    "111111122333",
    "111111223333",
    "111112233333",
    "111122333333",
    "111223333333",
    "112233333333",
    "122333333333",
    "223444444444", // 9 mandatory: the ratio for four stars is reached, n = 12 with 3 bonus items
    "234444444444",
    "344444444444",
    "445555555555", // 12 mandatory: the ratio for five stars is reached, n = 14 with 2
    "455555555555",
    "555555555555",
    "555555555555",
  };

  @Test
  void everyResultHasTheStarsOfTheTable() {
    for (int mandatory = 0; mandatory <= 15; mandatory++) {
      for (int bonus = 0; bonus <= 11; bonus++) {
        assertThat(ScoringTest.score(mandatory, bonus).award().stars())
            .as("%d mandatory and %d bonus items", mandatory, bonus)
            .isEqualTo(STARS[mandatory].charAt(bonus) - '0');
      }
    }
  }
}
