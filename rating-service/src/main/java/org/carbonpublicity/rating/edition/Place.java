package org.carbonpublicity.rating.edition;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where a footprint stands among those of its category's models on sale; lower is better.
 *
 * @param lower models with a strictly lower footprint
 * @param lowerOrEqual models with that footprint or a lower one
 * @param models all of them
 */
public record Place(long lower, long lowerOrEqual, long models) {

  /** Competition rank: 1 is the lowest footprint, equal ones share a rank (1, 2, 2, 4). */
  public long rank() {
    return lower + 1;
  }

  /** Models with exactly that footprint. */
  public long sharing() {
    return lowerOrEqual - lower;
  }

  /**
   * Share of models with that footprint or a lower one, in percent, 1 decimal, half up: the
   * cumulative distribution of the category.
   */
  public BigDecimal percentile() {
    return BigDecimal.valueOf(100 * lowerOrEqual)
        .divide(BigDecimal.valueOf(models), 1, RoundingMode.HALF_UP);
  }
}
