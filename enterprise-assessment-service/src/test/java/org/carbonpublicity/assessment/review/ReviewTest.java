package org.carbonpublicity.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where items stand, by a table of what two assessors say. */
class ReviewTest {

  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "ACCEPT, ACCEPT, ACCEPTED",
    "REJECT, REJECT, REJECTED",
    "ACCEPT, REJECT, DISAGREEMENT",
    "REJECT, ACCEPT, DISAGREEMENT",
    "ACCEPT, , UNDECIDED",
    ", REJECT, UNDECIDED",
    ", , UNDECIDED",
    "ASK, ACCEPT, ASKED",
    "REJECT, ASK, ASKED",
    "ASK, , ASKED",
    "ASK, ASK, ASKED",
  })
  void countsAsDecidedOnlyWhenBothAgree(Verdict one, Verdict other, Standing standing) {
    assertThat(review(List.of("ada", "bob"), one, other).standing("AW1")).isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource({"ACCEPT, ACCEPTED", "REJECT, REJECTED", "ASK, ASKED", ", UNDECIDED"})
  void isDecidedByOneWhereOneReviews(Verdict verdict, Standing standing) {
    assertThat(review(List.of("ada"), verdict, null).standing("AW1")).isEqualTo(standing);
  }

  @Test
  void isUndecidedWhereNobodyReviews() {
    Review review = review(List.of(), null, null);

    assertThat(review.standing("AW1")).isEqualTo(Standing.UNDECIDED);
    assertThat(review.hasTooFewAssessors()).isTrue();
  }

  private static Review review(List<String> assessors, Verdict one, Verdict other) {
    List<Decision> decisions = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    say("ada", one, decisions, questions);
    say("bob", other, decisions, questions);
    return new Review(
        new UUID(1, 1),
        1,
        1,
        assessors,
        Set.copyOf(assessors),
        List.of("AW1"),
        decisions,
        questions,
        NOW,
        "ada",
        null);
  }

  private static void say(
      String who, Verdict verdict, List<Decision> decisions, List<Question> questions) {
    if (verdict == null) {
      return;
    }
    decisions.add(new Decision("AW1", who, verdict, "so", NOW));
    if (verdict == Verdict.ASK) {
      questions.add(
          new Question(
              UUID.randomUUID(), "AW1", "so?", who, NOW, null, List.of(), null, null, null));
    }
  }
}
