package org.carbonpublicity.assessment.carbontarget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.assessment.carbontarget.Expert.Vote;
import org.carbonpublicity.assessment.carbontarget.Panel.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelTest {

  /** Letters: Approve, Reject, aBstain, - for none. */
  private static Panel panel(String votes, int needed) {
    List<Expert> experts = new ArrayList<>();
    for (char letter : votes.toCharArray()) {
      Vote vote =
          switch (letter) {
            case 'A' -> Vote.APPROVE;
            case 'R' -> Vote.REJECT;
            case 'B' -> Vote.ABSTAIN;
            default -> null;
          };
      experts.add(
          new Expert(
              "expert" + experts.size(),
              vote,
              vote == null ? null : "because",
              vote == null ? null : Instant.EPOCH));
    }
    return new Panel(experts, needed);
  }

  @ParameterizedTest
  @CsvSource({
    "---, 2, ",
    "A--, 2, ",
    "AA-, 2, VALIDATED",
    "AR-, 2, ",
    "ARA, 2, VALIDATED",
    "RR-, 2, RETURNED",
    "RB-, 2, RETURNED",
    "BBB, 2, RETURNED",
    "ABB, 2, RETURNED",
    "A, 1, VALIDATED",
    "B, 1, RETURNED",
    // Of an even number, more than half.
    "AARR, 3, RETURNED",
    "AAR-, 3, ",
    "AAAR, 3, VALIDATED",
    // All must agree.
    "AAAA-, 5, ",
    "R----, 5, RETURNED",
  })
  void decidesAsSoonAsNothingElseCanHappen(String votes, int needed, Verdict verdict) {
    assertThat(panel(votes, needed).verdict()).isEqualTo(Optional.ofNullable(verdict));
  }

  @Test
  void aMajorityIsMoreThanHalf() {
    assertThat(List.of(1, 2, 3, 4, 5).stream().map(Panel::majority)).containsExactly(1, 2, 2, 3, 3);
  }
}
