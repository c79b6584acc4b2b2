package org.carbonpublicity.reporting.sales;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The price bands of the best sellers, lowest first, each beginning where the one before ends. A
 * bound belongs to the band above it.
 */
public record PriceBands(List<Band> bands) {

  /**
   * A band.
   *
   * @param table the number of its table, 7 to 11
   * @param fromCny inclusive
   * @param toCny exclusive; null when there is no upper bound
   */
  public record Band(int table, BigDecimal fromCny, @Nullable BigDecimal toCny) {}

  public PriceBands {
    bands = List.copyOf(bands);
    for (int i = 0; i < bands.size(); i++) {
      BigDecimal end = bands.get(i).toCny();
      boolean last = i == bands.size() - 1;
      boolean fits =
          last
              ? end == null || end.compareTo(bands.get(i).fromCny()) > 0
              : end != null
                  && end.compareTo(bands.get(i).fromCny()) > 0
                  && end.compareTo(bands.get(i + 1).fromCny()) == 0;
      if (!fits) {
        throw new IllegalArgumentException("price bands do not follow each other: " + bands);
      }
    }
  }

  /** The band of a price; empty for a price below the lowest or above the highest. */
  public Optional<Band> of(BigDecimal priceCny) {
    return bands.stream()
        .filter(band -> priceCny.compareTo(band.fromCny()) >= 0)
        .filter(band -> band.toCny() == null || priceCny.compareTo(band.toCny()) < 0)
        .findFirst();
  }
}
