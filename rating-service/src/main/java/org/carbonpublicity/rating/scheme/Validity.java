package org.carbonpublicity.rating.scheme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a scheme may be put in force, both included.
 *
 * @param from null: from ever on
 * @param to null: for ever
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

  public static final Validity UNLIMITED = new Validity(null, null);

  public boolean includes(LocalDate day) {
    return (from == null || !day.isBefore(from)) && !isOver(day);
  }

  /** Whether its last day is past. */
  public boolean isOver(LocalDate day) {
    return to != null && day.isAfter(to);
  }
}
