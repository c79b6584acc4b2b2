package org.carbonpublicity.assessment.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The assessors' work on one assessment.
 *
 * @param number rises with time; the order of lists
 * @param assessorsNeeded how many have to agree
 * @param assessors subjects of those assigned now
 * @param reviewers of those assigned at any time
 * @param items codes of the items answered with yes, each of which needs a decision, in the order
 *     of the guideline
 * @param decisions the last one of each assigned assessor on an item
 */
public record Review(
    UUID assessment,
    long number,
    int assessorsNeeded,
    List<String> assessors,
    Set<String> reviewers,
    List<String> items,
    List<Decision> decisions,
    List<Question> questions,
    Instant startedAt,
    String startedBy,
    @Nullable Instant completedAt) {

  /** Where the decision on an item stands. */
  public Standing standing(String item) {
    Set<Verdict> verdicts = new TreeSet<>();
    boolean complete = !assessors.isEmpty();
    for (String assessor : assessors) {
      Verdict verdict = decision(item, assessor).map(Decision::verdict).orElse(Verdict.ASK);
      complete &= verdict != Verdict.ASK;
      verdicts.add(verdict);
    }
    if (verdicts.contains(Verdict.ACCEPT) && verdicts.contains(Verdict.REJECT)) {
      return Standing.DISAGREEMENT;
    }
    if (complete) {
      return verdicts.contains(Verdict.REJECT) ? Standing.REJECTED : Standing.ACCEPTED;
    }
    return questions.stream().anyMatch(question -> question.isOpen() && is(question, item))
        ? Standing.ASKED
        : Standing.UNDECIDED;
  }

  private static boolean is(Question question, String item) {
    return question.item().equals(item);
  }

  /** The last decision of an assigned assessor on an item. */
  public Optional<Decision> decision(String item, String assessor) {
    return decisions.stream()
        .filter(decision -> decision.item().equals(item) && decision.assessor().equals(assessor))
        .findFirst();
  }

  /** The items that need a decision and stand so, in the order of the guideline. */
  public List<String> items(Standing... standings) {
    Set<Standing> wanted = Set.of(standings);
    return items.stream().filter(item -> wanted.contains(standing(item))).toList();
  }

  /** The items that the assessor has not decided, though they need it. */
  public List<String> undecidedBy(String assessor) {
    return items.stream()
        .filter(
            item ->
                decision(item, assessor).map(Decision::verdict).orElse(Verdict.ASK) == Verdict.ASK)
        .toList();
  }

  public boolean hasTooFewAssessors() {
    return assessors.size() < Math.max(1, assessorsNeeded);
  }
}
