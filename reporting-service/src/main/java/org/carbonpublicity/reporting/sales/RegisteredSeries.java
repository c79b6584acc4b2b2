package org.carbonpublicity.reporting.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What an analyst registered of a series none of whose models is published yet, so that it can be
 * ranked beside those whose models tell it.
 *
 * @param enterprise code
 * @param powertrains of its models on sale; empty when the registration was taken back
 * @param pricesCny of its models on sale, in CNY
 */
public record RegisteredSeries(
    String enterprise,
    String series,
    List<String> powertrains,
    List<BigDecimal> pricesCny,
    int revision,
    String changedBy,
    Instant changedAt) {

  boolean inForce() {
    return !powertrains.isEmpty();
  }

  SeriesKey key() {
    return SeriesKey.of(enterprise, series);
  }
}
