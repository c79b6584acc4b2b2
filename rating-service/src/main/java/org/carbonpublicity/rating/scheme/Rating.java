package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme says of one model: a class with its reference and ratio, or the reason why not.
 *
 * @param ratio footprint / reference, rounded half up to {@link #RATIO_DECIMALS}: for display only,
 *     the class was decided before
 */
public record Rating(
    @Nullable RatingClass ratingClass,
    @Nullable BigDecimal reference,
    @Nullable BigDecimal ratio,
    @Nullable UnratedReason unratedReason) {

  public static final int RATIO_DECIMALS = 6;

  static Rating rated(RatingClass ratingClass, Reference reference, BigDecimal footprint) {
    return new Rating(
        ratingClass, reference.gramsPerKm(), reference.ratio(footprint, RATIO_DECIMALS), null);
  }

  static Rating unrated(UnratedReason reason) {
    return new Rating(null, null, null, reason);
  }
}
