package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Either a positive reference in gCO2e/km or the reason why there is none. A mean is a quotient
 * that decimals may not hold: it is kept as such, and what is decided by it is decided exactly.
 *
 * @param dividend positive; null when there is no reference
 * @param divisor positive; 1 unless the reference is a mean
 */
public record Reference(
    @Nullable BigDecimal dividend, long divisor, @Nullable UnratedReason reason) {

  /** Decimals of a mean that is shown. */
  public static final int MEAN_DECIMALS = 6;

  /** A reference that decimals hold. */
  public static Reference of(BigDecimal gramsPerKm) {
    return new Reference(gramsPerKm, 1, null);
  }

  /** The mean of a category. */
  public static Reference of(CategorySum category) {
    return new Reference(category.footprintGramsPerKm(), category.models(), null);
  }

  public static Reference missing(UnratedReason reason) {
    return new Reference(null, 1, reason);
  }

  public boolean isMissing() {
    return dividend == null;
  }

  /**
   * In gCO2e/km, for display: a mean is rounded half up to {@value #MEAN_DECIMALS} decimals, unless
   * it is that of a single model; any other reference is exact; null when it is missing.
   */
  public @Nullable BigDecimal gramsPerKm() {
    if (dividend == null || divisor == 1) {
      return dividend;
    }
    return dividend.divide(BigDecimal.valueOf(divisor), MEAN_DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * Whether {@code footprint <= bound · reference}, without a division that would have to round.
   *
   * @throws NullPointerException when the reference is missing
   */
  public boolean holds(BigDecimal footprintGramsPerKm, BigDecimal bound) {
    return footprintGramsPerKm
            .multiply(BigDecimal.valueOf(divisor))
            .compareTo(bound.multiply(Objects.requireNonNull(dividend)))
        <= 0;
  }

  /** footprint / reference, rounded half up. */
  BigDecimal ratio(BigDecimal footprintGramsPerKm, int decimals) {
    return footprintGramsPerKm
        .multiply(BigDecimal.valueOf(divisor))
        .divide(Objects.requireNonNull(dividend), decimals, RoundingMode.HALF_UP);
  }
}
