package org.carbonpublicity.assessment.window;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A window as somebody wrote it, with everything that can be wrong with it. */
public record WindowDraft(
    @Nullable String guideline,
    @Nullable String title,
    @Nullable String titleZh,
    @Nullable String opensAt,
    @Nullable String deadline,
    @Nullable String closesAt,
    @Nullable Integer assessors,
    @Nullable Integer responseDays) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_ASSESSORS = 2;
  private static final int MOST_RESPONSE_DAYS = 366;
  private static final int USUAL_RESPONSE_DAYS = 30;

  /** One thing that is wrong. */
  public record Violation(String field, String code, String message) {}

  /** Whether a text can be the id of a window. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /**
   * The window, if nothing is wrong with it.
   *
   * @throws InvalidWindowException naming everything that is
   */
  AssessmentWindow check(String id) {
    List<Violation> violations = new ArrayList<>();
    String of = text(violations, "guideline", guideline);
    String checkedTitle = text(violations, "title", title);
    String checkedTitleZh = text(violations, "titleZh", titleZh);
    Instant opens = required(violations, "opensAt", opensAt);
    Instant due = required(violations, "deadline", deadline);
    Instant closes = moment(violations, "closesAt", closesAt);
    if (violations.isEmpty() && !opens.isBefore(due)) {
      violations.add(
          new Violation("deadline", "out-of-order", "the deadline is after the opening"));
    }
    if (violations.isEmpty() && closes != null && closes.isBefore(due)) {
      violations.add(
          new Violation("closesAt", "out-of-order", "a window closes with its deadline or later"));
    }
    int checkedAssessors =
        number(violations, "assessors", assessors == null ? 0 : assessors, 0, MOST_ASSESSORS);
    int days =
        number(
            violations,
            "responseDays",
            responseDays == null ? USUAL_RESPONSE_DAYS : responseDays,
            1,
            MOST_RESPONSE_DAYS);
    if (!violations.isEmpty()) {
      throw new InvalidWindowException(violations);
    }
    return new AssessmentWindow(
        id, of, checkedTitle, checkedTitleZh, opens, due, closes, checkedAssessors, days, 1);
  }

  private static String text(List<Violation> violations, String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      violations.add(new Violation(field, "missing", field + " is needed"));
      return "";
    }
    if (text.length() > LONGEST_TITLE
        || text.codePoints()
            .anyMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
      violations.add(
          new Violation(field, "invalid", "at most " + LONGEST_TITLE + " printable characters"));
    }
    return text.strip();
  }

  private static Instant required(List<Violation> violations, String field, @Nullable String text) {
    if (text == null) {
      violations.add(new Violation(field, "missing", field + " is needed"));
    }
    Instant moment = moment(violations, field, text);
    return moment == null ? Instant.EPOCH : moment;
  }

  private static @Nullable Instant moment(
      List<Violation> violations, String field, @Nullable String text) {
    try {
      return text == null
          ? null
          : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      violations.add(
          new Violation(field, "invalid", field + " is a time as 2025-03-01T00:00:00+08:00"));
      return null;
    }
  }

  private static int number(
      List<Violation> violations, String field, int number, int least, int most) {
    if (number < least || number > most) {
      violations.add(
          new Violation(field, "out-of-range", "%s is %d to %d".formatted(field, least, most)));
    }
    return number;
  }
}
