package org.carbonpublicity.assessment.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.scoring.ScoredItem;
import org.jspecify.annotations.Nullable;

/** A submission as somebody wrote it, with everything that can be wrong with it. */
public record SubmissionDraft(
    @Nullable String guideline,
    @Nullable String enterprise,
    @Nullable List<@Nullable AnswerDraft> answers) {

  /** Longest evidence in characters. */
  public static final int LONGEST_EVIDENCE = 2_000;

  /** An answer as somebody wrote it. */
  public record AnswerDraft(
      @Nullable String item, @Nullable Boolean met, @Nullable String evidence) {}

  /**
   * The answers in the order of the guideline.
   *
   * @throws InvalidSubmissionException naming each item that is unknown, answered twice or missing,
   *     and each answer that is incomplete
   */
  List<Answer> check(Guideline of) {
    Set<String> missing = new LinkedHashSet<>();
    of.scoredItems().stream().map(ScoredItem::code).forEach(missing::add);
    List<String> order = List.copyOf(missing);
    Set<String> known = Set.copyOf(missing);
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
      String item = answer.item();
      if (!known.contains(item)) {
        violations.add(
            new SubmissionViolation(
                field + ".item",
                "unknown-item",
                "guideline %s has no item %s".formatted(of.id(), shown(item))));
        continue;
      }
      if (!missing.remove(item)) {
        violations.add(
            new SubmissionViolation(
                field + ".item", "duplicate-item", item + " is answered more than once"));
        continue;
      }
      checkContent(answer, item, field, violations);
      checked.add(new Answer(item, Boolean.TRUE.equals(answer.met()), answer.evidence()));
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

  private static void checkContent(
      AnswerDraft answer, String item, String field, List<SubmissionViolation> violations) {
    if (answer.met() == null) {
      violations.add(
          new SubmissionViolation(
              field + ".met", "missing", item + " is met (true) or not (false)"));
    }
    String evidence = answer.evidence();
    if (evidence == null) {
      return;
    }
    if (evidence.length() > LONGEST_EVIDENCE) {
      violations.add(
          new SubmissionViolation(
              field + ".evidence",
              "too-long",
              "evidence has at most %d characters".formatted(LONGEST_EVIDENCE)));
    }
    if (!isText(evidence)) {
      violations.add(
          new SubmissionViolation(
              field + ".evidence",
              "invalid-character",
              "evidence contains a NUL character or half a surrogate pair"));
    }
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
