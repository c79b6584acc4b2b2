package org.carbonpublicity.assessment.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.Item;
import org.jspecify.annotations.Nullable;

/** A submission as somebody wrote it, with everything that can be wrong with it. */
public record SubmissionDraft(
    @Nullable String guideline,
    @Nullable String enterprise,
    @Nullable List<@Nullable AnswerDraft> answers) {

  /**
   * The answers in the order of the guideline.
   *
   * @throws InvalidSubmissionException naming each item that is unknown, answered twice or missing,
   *     and each answer that is incomplete
   */
  List<Answer> check(Guideline of) {
    Map<String, Item> items = of.itemsByCode();
    List<String> order = List.copyOf(items.keySet());
    Set<String> missing = new LinkedHashSet<>(order);
    List<SubmissionViolation> violations = new ArrayList<>();
    List<Answer> checked = new ArrayList<>();
    List<@Nullable AnswerDraft> given = answers == null ? List.of() : answers;
    for (int i = 0; i < given.size(); i++) {
      AnswerDraft answer = given.get(i);
      String field = "answers[" + i + "]";
      if (answer == null || answer.item() == null) {
        violations.add(
            new SubmissionViolation(field + ".item", "missing", "an answer names its item"));
        continue;
      }
      String code = answer.item();
      Item item = items.get(code);
      if (item == null) {
        violations.add(
            new SubmissionViolation(
                field + ".item",
                "unknown-item",
                "guideline %s has no item %s".formatted(of.id(), shown(code))));
        continue;
      }
      if (!missing.remove(code)) {
        violations.add(
            new SubmissionViolation(
                field + ".item", "duplicate-item", code + " is answered more than once"));
        continue;
      }
      AnswerCheck check = new AnswerCheck(item, answer, field + ".", true, violations);
      Boolean met = check.met();
      checked.add(check.answer(Boolean.TRUE.equals(met)));
    }
    for (String item : missing) {
      violations.add(new SubmissionViolation("answers", "missing-item", item + " is not answered"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidSubmissionException(violations);
    }
    checked.sort(Comparator.comparingInt(answer -> order.indexOf(answer.item())));
    return checked;
  }

  /** Whether every character is one that can be stored. */
  static boolean isText(String value) {
    return value
        .codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private static String shown(String value) {
    return value.length() > 40 ? value.substring(0, 40) + "…" : value;
  }
}
