package org.carbonpublicity.reporting.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All published models of an edition, as exact counts and sums. This is all that its tables and
 * figures are computed from.
 *
 * @param cells models counted by what tables tell apart
 * @param spreads order statistics of the footprints of models on sale, one per powertrain
 * @param bins histogram of the footprints of models on sale
 */
public record Population(List<Cell> cells, List<Spread> spreads, List<Bin> bins) {

  /** Width of a histogram's bins in gCO2e/km. */
  public static final int BIN_GRAMS_PER_KM = 20;

  /**
   * Models alike in everything that a table asks.
   *
   * @param enterprise code
   * @param belowAverage strictly below the mean of the category; null for models off sale
   * @param ratingClass 1 to 5; null for unrated models
   * @param models how many
   * @param footprintSum of their footprints in gCO2e/km, exact
   */
  public record Cell(
      @Nullable String group,
      String enterprise,
      String enterpriseName,
      String brand,
      String countryStyle,
      String powertrain,
      boolean onSale,
      @Nullable Boolean belowAverage,
      @Nullable Integer ratingClass,
      long models,
      BigDecimal footprintSum) {

    boolean isNev() {
      return powertrain.equals("BEV") || powertrain.equals("PHEV");
    }

    boolean isBelowAverage() {
      return Boolean.TRUE.equals(belowAverage);
    }

    boolean isRated() {
      return ratingClass != null;
    }

    boolean isOfClass(int number) {
      return ratingClass != null && ratingClass == number;
    }
  }

  /**
   * Order statistics of footprints in gCO2e/km, exact.
   *
   * @param quantiles at 0, 10, 25, 50, 75, 90 and 100 percent, interpolated linearly between the
   *     closest ranks
   */
  public record Spread(String powertrain, List<BigDecimal> quantiles) {}

  /** Models with a footprint from {@code index} times the bin's width up to the next bin. */
  public record Bin(String powertrain, long index, long models) {}

  /** Number of all published models, on sale or not. */
  public long models() {
    return cells.stream().mapToLong(Cell::models).sum();
  }

  List<Cell> onSale() {
    return cells.stream().filter(Cell::onSale).toList();
  }
}
