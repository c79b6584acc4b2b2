package org.carbonpublicity.disclosure.publication;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way to the public.
 *
 * @param number in the order of publications
 * @param cursor the last model code that was told; "" before the first
 * @param told models told so far
 * @param launchTo last month of launch that the batch covers, YYYY-MM
 */
public record Publication(
    int batch, int number, String cursor, long told, String title, @Nullable String launchTo) {

  /** The last day that it covers. */
  public @Nullable LocalDate cutOff() {
    return launchTo == null ? null : YearMonth.parse(launchTo).atEndOfMonth();
  }
}
