package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import java.util.List;

/**
 * Upper bounds of classes 1 to 4; class 5 has none. They are compared with footprint / reference,
 * and a bound belongs to the better class.
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
   * The best class whose bound holds, decided exactly.
   *
   * @param reference not missing
   */
  public RatingClass classOf(BigDecimal footprintGramsPerKm, Reference reference) {
    for (int i = 0; i < COUNT; i++) {
      if (reference.holds(footprintGramsPerKm, upperBounds.get(i))) {
        return RatingClass.of(i + 1);
      }
    }
    return RatingClass.HIGH_CARBON_PLUS;
  }
}
