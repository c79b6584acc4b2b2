package org.carbonpublicity.reporting.sales;

import org.jspecify.annotations.Nullable;

/**
 * Published models of a series in an edition that are alike in powertrain, price band and being on
 * sale.
 *
 * @param enterprise code
 * @param table of the price band; null when they have no price, or one below all bands
 * @param worstClass highest number among their classes, 1 to 5; null when none has a class
 */
public record PublishedModels(
    String enterprise,
    String enterpriseName,
    String series,
    boolean onSale,
    String powertrain,
    @Nullable Integer table,
    @Nullable Integer worstClass) {

  SeriesKey key() {
    return SeriesKey.of(enterprise, series);
  }
}
