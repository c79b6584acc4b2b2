package org.carbonpublicity.reporting.sales;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name in sales files that stands for a series of the platform.
 *
 * @param enterprise code of the enterprise that files name beside it
 * @param name as files spell it
 * @param targetEnterprise code; null when the alias was taken back
 * @param targetSeries name of the series; null when the alias was taken back
 */
public record SeriesAlias(
    String enterprise,
    String name,
    @Nullable String targetEnterprise,
    @Nullable String targetSeries,
    int revision,
    String changedBy,
    Instant changedAt) {

  boolean inForce() {
    return targetSeries != null;
  }

  SeriesKey key() {
    return SeriesKey.of(enterprise, name);
  }
}
