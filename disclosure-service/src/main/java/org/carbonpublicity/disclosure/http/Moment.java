package org.carbonpublicity.disclosure.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Function;
import org.carbonpublicity.disclosure.http.Problems.Fault;

/** A moment as a query parameter gives it. */
public final class Moment {

  private static final int DAY = "2024-10-31".length();

  private Moment() {}

  /**
   * The moment up to which something counts: an ISO date-time with its offset, or a day, which
   * stands for its end; anything else is a 400 problem.
   *
   * @param zone where a day ends
   */
  public static Instant until(String parameter, String text, ZoneId zone) {
    return parse(parameter, text, day -> day.plusDays(1).atStartOfDay(zone).minusNanos(1_000));
  }

  /** The moment from which something counts; a day stands for its beginning. */
  public static Instant since(String parameter, String text, ZoneId zone) {
    return parse(parameter, text, day -> day.atStartOfDay(zone));
  }

  private static Instant parse(
      String parameter, String text, Function<LocalDate, ZonedDateTime> ofDay) {
    try {
      return text.length() == DAY
          ? ofDay.apply(LocalDate.parse(text)).toInstant()
          // A plus sign that was not encoded comes as a space.
          : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw Problems.invalidParameter(
          new Fault(
              parameter,
              "invalid",
              "an ISO date-time with offset such as 2024-10-31T08:00:00Z, or YYYY-MM-DD"));
    }
  }
}
