package org.carbonpublicity.assessment.submission;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.carbonpublicity.assessment.guideline.Item;
import org.carbonpublicity.assessment.guideline.Question;
import org.jspecify.annotations.Nullable;

/**
 * Checks an answer against what its item asks for. What has a wrong form is always a violation;
 * what is only missing is one when the answer is to be complete.
 */
public final class AnswerCheck {

  /** Longest evidence, and longest comment, in characters. */
  public static final int LONGEST_TEXT = 2_000;

  /** Most files of one answer. */
  public static final int MOST_FILES = 20;

  private static final int MOST_DIGITS = 15;
  private static final int MOST_DECIMALS = 9;

  private final Item item;
  private final AnswerDraft draft;
  private final String prefix;
  private final boolean complete;
  private final List<SubmissionViolation> violations;

  /**
   * @param prefix path of the answer in the request, with its last dot; "" for a whole request
   * @param complete whether what is missing is a violation
   * @param violations what is wrong is added here
   */
  public AnswerCheck(
      Item item,
      AnswerDraft draft,
      String prefix,
      boolean complete,
      List<SubmissionViolation> violations) {
    this.item = item;
    this.draft = draft;
    this.prefix = prefix;
    this.complete = complete;
    this.violations = violations;
  }

  /**
   * Whether the answer says, or shows by its value, that the item is met; null while it says
   * nothing. Adds what is wrong.
   */
  public @Nullable Boolean met() {
    text("evidence", draft.evidence());
    text("comment", draft.comment());
    files();
    Boolean met = decided();
    boolean evidenced =
        (draft.evidence() != null && !draft.evidence().isBlank())
            || (draft.files() != null && !draft.files().isEmpty());
    if (complete && Boolean.TRUE.equals(met) && item.evidenceRequired() && !evidenced) {
      add("evidence", "missing-evidence", item.code() + " is met only with evidence");
    }
    return met;
  }

  /** The answer; call it when nothing is wrong. */
  public Answer answer(boolean met) {
    return new Answer(
        item.code(),
        met,
        draft.evidence(),
        draft.comment(),
        draft.number(),
        draft.date(),
        draft.choice(),
        draft.files() == null
            ? List.of()
            : draft.files().stream().filter(Objects::nonNull).map(id -> (UUID) id).toList());
  }

  private @Nullable Boolean decided() {
    Question asked = item.asks();
    refuse("number", draft.number(), asked.kind() == Question.Kind.NUMBER);
    refuse("date", draft.date(), asked.kind() == Question.Kind.DATE);
    refuse("choice", draft.choice(), asked.kind() == Question.Kind.CHOICE);
    return switch (asked.kind()) {
      case YES_NO -> {
        if (draft.met() == null) {
          missing("met", item.code() + " is met (true) or not (false)");
        }
        yield draft.met();
      }
      case NUMBER -> agreed(byNumber(asked));
      case DATE -> agreed(byDate(asked));
      case CHOICE -> agreed(byChoice(asked));
    };
  }

  private @Nullable Boolean byNumber(Question asked) {
    BigDecimal number = draft.number();
    if (number == null) {
      missing("number", item.code() + " is answered with a number");
      return null;
    }
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.precision() - plain.scale() > MOST_DIGITS || plain.scale() > MOST_DECIMALS) {
      add("number", "out-of-range", "at most 15 digits before and 9 after the point");
      return null;
    }
    return asked.isMetBy(number);
  }

  private @Nullable Boolean byDate(Question asked) {
    String date = draft.date();
    if (date == null) {
      missing("date", item.code() + " is answered with a day");
      return null;
    }
    try {
      return asked.isMetBy(LocalDate.parse(date));
    } catch (DateTimeException e) {
      add("date", "not-a-date", "a day as 2024-01-31");
      return null;
    }
  }

  private @Nullable Boolean byChoice(Question asked) {
    String chosen = draft.choice();
    if (chosen == null) {
      missing("choice", item.code() + " is answered with one of its choices");
      return null;
    }
    for (Question.Choice choice : asked.choices()) {
      if (choice.code().equals(chosen)) {
        return choice.meets();
      }
    }
    add(
        "choice",
        "unknown-choice",
        "one of "
            + String.join(", ", asked.choices().stream().map(Question.Choice::code).toList()));
    return null;
  }

  /** What follows from the value, unless the answer says something else. */
  private @Nullable Boolean agreed(@Nullable Boolean follows) {
    if (follows != null && draft.met() != null && !draft.met().equals(follows)) {
      add(
          "met",
          "contradiction",
          "from the value of %s follows %s".formatted(item.code(), follows));
    }
    return follows;
  }

  private void refuse(String field, @Nullable Object value, boolean asked) {
    if (value != null && !asked) {
      add(field, "not-asked", item.code() + " does not ask for it");
    }
  }

  private void text(String field, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (text.length() > LONGEST_TEXT) {
      add(field, "too-long", "%s has at most %d characters".formatted(field, LONGEST_TEXT));
    }
    if (!SubmissionDraft.isText(text)) {
      add(field, "invalid-character", field + " contains a NUL character or half a surrogate pair");
    }
  }

  private void files() {
    List<@Nullable UUID> files = draft.files();
    if (files == null) {
      return;
    }
    if (files.size() > MOST_FILES) {
      add("files", "too-many", "at most " + MOST_FILES + " files");
    }
    if (files.stream().anyMatch(Objects::isNull)
        || files.stream().distinct().count() < files.size()) {
      add("files", "invalid", "each file once, by its id");
    }
  }

  private void missing(String field, String message) {
    if (complete) {
      add(field, "missing", message);
    }
  }

  private void add(String field, String code, String message) {
    violations.add(new SubmissionViolation(prefix + field, code, message));
  }
}
