package org.carbonpublicity.assessment.guideline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an item asks for and which answers meet it. Without one an item is answered with yes or no.
 *
 * @param unit of a number
 * @param atLeast smallest number that meets the item, inclusive
 * @param atMost largest number that meets the item, inclusive
 * @param notBefore first day that meets the item, as 2024-01-31
 * @param notAfter last day that meets the item
 * @param choices what can be chosen, and what of it meets the item
 */
public record Question(
    Kind kind,
    @Nullable String unit,
    @Nullable BigDecimal atLeast,
    @Nullable BigDecimal atMost,
    @Nullable String notBefore,
    @Nullable String notAfter,
    List<Choice> choices) {

  /** The kind of an answer. */
  public enum Kind {
    YES_NO,
    NUMBER,
    DATE,
    CHOICE
  }

  /**
   * One thing that can be chosen.
   *
   * @param meets whether the item is met by it
   */
  public record Choice(String code, String text, String textZh, boolean meets) {}

  /** Answered with yes or no. */
  public static final Question YES_NO =
      new Question(Kind.YES_NO, null, null, null, null, null, List.of());

  /**
   * @throws IllegalArgumentException when the bounds are not those of the kind, or no answer could
   *     meet the item
   */
  public Question {
    choices = choices == null ? List.of() : List.copyOf(choices);
    boolean number = kind == Kind.NUMBER;
    boolean date = kind == Kind.DATE;
    require(
        number || (unit == null && atLeast == null && atMost == null),
        "only a number has a unit and bounds");
    require(
        !number || atLeast != null || atMost != null, "a number needs a bound that meets the item");
    require(
        atLeast == null || atMost == null || atLeast.compareTo(atMost) <= 0,
        "no number is at least %s and at most %s".formatted(atLeast, atMost));
    require(date || (notBefore == null && notAfter == null), "only a date lies between days");
    LocalDate first = day(notBefore);
    LocalDate last = day(notAfter);
    require(
        first == null || last == null || !first.isAfter(last),
        "no day is from %s to %s".formatted(notBefore, notAfter));
    require(
        (kind == Kind.CHOICE) == !choices.isEmpty(), "a choice has choices, and nothing else has");
    Set<String> codes = new HashSet<>();
    boolean meets = false;
    for (Choice choice : choices) {
      require(codes.add(choice.code()), "two choices have the code " + choice.code());
      meets |= choice.meets();
    }
    require(choices.isEmpty() || meets, "no choice meets the item");
  }

  /** Whether a number lies in the bounds. */
  public boolean isMetBy(BigDecimal number) {
    return (atLeast == null || number.compareTo(atLeast) >= 0)
        && (atMost == null || number.compareTo(atMost) <= 0);
  }

  /** Whether a day lies between the days. */
  public boolean isMetBy(LocalDate day) {
    LocalDate first = day(notBefore);
    LocalDate last = day(notAfter);
    return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text + " is no day as 2024-01-31", e);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
