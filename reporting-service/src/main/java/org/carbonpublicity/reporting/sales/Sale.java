package org.carbonpublicity.reporting.sales;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said to be sold of a series in a month, in one of its revisions.
 *
 * @param month as YYYY-MM
 * @param key the enterprise's code and the series as the file named it
 * @param series the name as the file spelt it
 * @param unitsSold null when the row was withdrawn; 0 is a number like any other
 */
public record Sale(
    String month,
    SeriesKey key,
    String series,
    @Nullable Long unitsSold,
    int revision,
    Instant recordedAt,
    String recordedBy) {

  /** Units of a row that was not withdrawn. */
  long units() {
    if (unitsSold == null) {
      throw new IllegalStateException("a withdrawn row has no units");
    }
    return unitsSold;
  }

  /** Whether another revision says the same. */
  boolean says(Sale other) {
    return Objects.equals(unitsSold, other.unitsSold) && series.equals(other.series);
  }

  /** The revision that withdraws this one. */
  Sale withdrawn(Instant at, String by) {
    return new Sale(month, key, series, null, revision + 1, at, by);
  }
}
