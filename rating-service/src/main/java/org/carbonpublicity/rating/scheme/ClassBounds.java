package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import java.util.List;

/**
 * Upper bounds of the ratio footprint / reference for classes 1 to 4; class 5 has none. A bound
 * belongs to the better class.
 */
public record ClassBounds(List<BigDecimal> upperBounds) {

  /** Number of bounds: one fewer than classes. */
  public static final int COUNT = 4;

  public ClassBounds {
    if (upperBounds.size() != COUNT) {
      throw new IllegalArgumentException("classes 1 to 4 have an upper bound each");
    }
    upperBounds = List.copyOf(upperBounds);
  }

  /**
   * The best class whose bound holds. Decided by {@code footprint <= bound · reference}, exactly,
   * without a division that would have to round.
   *
   * @param reference positive, in gCO2e/km
   */
  public RatingClass classOf(BigDecimal footprintGramsPerKm, BigDecimal reference) {
    for (int i = 0; i < COUNT; i++) {
      if (footprintGramsPerKm.compareTo(upperBounds.get(i).multiply(reference)) <= 0) {
        return RatingClass.of(i + 1);
      }
    }
    return RatingClass.HIGH_CARBON_PLUS;
  }
}
