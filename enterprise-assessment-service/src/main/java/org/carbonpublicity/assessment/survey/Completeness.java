package org.carbonpublicity.assessment.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.Item;
import org.carbonpublicity.assessment.submission.Answer;
import org.carbonpublicity.assessment.submission.AnswerCheck;
import org.carbonpublicity.assessment.submission.AnswerDraft;
import org.carbonpublicity.assessment.submission.SubmissionViolation;

/**
 * How far a survey is.
 *
 * @param items of the guideline
 * @param answered items with an answer that could be submitted
 * @param missing what keeps the rest from that, in the order of the guideline
 */
public record Completeness(int items, int answered, List<SubmissionViolation> missing) {

  /**
   * Looks at the items of a guideline.
   *
   * @param wanted whether an item, by its code, is looked at
   */
  public static Completeness of(
      Guideline guideline, Map<String, SavedAnswer> answers, Predicate<String> wanted) {
    List<SubmissionViolation> missing = new ArrayList<>();
    List<Item> items =
        guideline.itemsByCode().values().stream().filter(item -> wanted.test(item.code())).toList();
    int answered = 0;
    for (Item item : items) {
      int before = missing.size();
      SavedAnswer saved = answers.get(item.code());
      if (saved == null) {
        missing.add(
            new SubmissionViolation(item.code(), "missing-item", item.code() + " is not answered"));
      } else {
        new AnswerCheck(item, saved.answer(), item.code() + ".", true, missing).met();
      }
      answered += missing.size() == before ? 1 : 0;
    }
    return new Completeness(items.size(), answered, missing);
  }

  /** Whether it can be submitted. */
  public boolean complete() {
    return missing.isEmpty();
  }

  /** What was submitted, as one would write it. */
  static AnswerDraft draft(Answer answer) {
    return new AnswerDraft(
        answer.item(),
        answer.met(),
        answer.evidence(),
        answer.comment(),
        answer.number(),
        answer.date(),
        answer.choice(),
        List.copyOf(answer.files()));
  }
}
