package org.carbonpublicity.rating.edition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.CategorySum;
import org.carbonpublicity.rating.scheme.ClassBounds;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.carbonpublicity.rating.scheme.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A rating and what it follows from.
 *
 * @param reference what the footprint was compared with, unrounded
 * @param place among its category's models on sale; null for a model off sale
 */
public record Explanation(
    EditionFrame frame, ModelRating rating, Reference reference, @Nullable Place place) {

  /** Decimals of what a division gives. */
  private static final int DECIMALS = Reference.MEAN_DECIMALS;

  /** A class beside the model's own, and how far away it is in gCO2e/km. */
  public record Neighbour(RatingClass ratingClass, BigDecimal gramsPerKm) {}

  static Explanation of(EditionFrame frame, ModelRating rating, @Nullable Place place) {
    return new Explanation(
        frame,
        rating,
        frame
            .scheme()
            .reference()
            .referenceOf(category(rating), rating.curbMassKg(), frame.population()),
        place);
  }

  static Category category(ModelRating rating) {
    return new Category(rating.powertrain(), rating.bodyType(), rating.segment());
  }

  /** The mean that it is compared with; null when no model of its category is on sale. */
  public @Nullable CategorySum mean() {
    return frame.population().categories().get(category(rating));
  }

  /**
   * footprint − mean of the category in gCO2e/km, negative below it; rounded half up to 6 decimals,
   * for display; null without a mean.
   */
  public @Nullable BigDecimal distanceToMean() {
    CategorySum mean = mean();
    if (mean == null) {
      return null;
    }
    BigDecimal models = BigDecimal.valueOf(mean.models());
    return rating
        .footprintGramsPerKm()
        .multiply(models)
        .subtract(mean.footprintGramsPerKm())
        .divide(models, DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * The upper bound of a class in gCO2e/km; exact, or rounded half up to 6 decimals where the
   * reference is a mean; null for class 5 and without a reference.
   */
  public @Nullable BigDecimal upperBound(RatingClass ratingClass) {
    if (ratingClass.ordinal() >= ClassBounds.COUNT || reference.isMissing()) {
      return null;
    }
    return quotient(
        bound(ratingClass).multiply(Objects.requireNonNull(reference.dividend())),
        RoundingMode.HALF_UP);
  }

  /**
   * The next better class and by how much the footprint must fall to get it: to the very bound,
   * which belongs to the better class. Exact, or rounded up where the reference is a mean. Null in
   * class 1 and for an unrated model.
   */
  public @Nullable Neighbour nextBetter() {
    RatingClass own = own();
    if (own == null || own == RatingClass.LOW_CARBON_PLUS) {
      return null;
    }
    RatingClass better = RatingClass.of(own.number() - 1);
    return new Neighbour(
        better, quotient(scaledFootprint().subtract(scaledBound(better)), RoundingMode.CEILING));
  }

  /**
   * The next worse class and by how much the footprint may rise without getting it: 0 on the very
   * bound. Exact, or rounded down where the reference is a mean. Null in class 5 and for an unrated
   * model.
   */
  public @Nullable Neighbour nextWorse() {
    RatingClass own = own();
    if (own == null || own == RatingClass.HIGH_CARBON_PLUS) {
      return null;
    }
    return new Neighbour(
        RatingClass.of(own.number() + 1),
        quotient(scaledBound(own).subtract(scaledFootprint()), RoundingMode.FLOOR));
  }

  /** Its class; null for an unrated model. */
  public @Nullable RatingClass own() {
    Integer number = rating.ratingClass();
    return number == null || reference.isMissing() ? null : RatingClass.of(number);
  }

  private BigDecimal bound(RatingClass ratingClass) {
    return frame.scheme().bounds().upperBounds().get(ratingClass.ordinal());
  }

  private BigDecimal scaledFootprint() {
    return rating.footprintGramsPerKm().multiply(BigDecimal.valueOf(reference.divisor()));
  }

  private BigDecimal scaledBound(RatingClass ratingClass) {
    return bound(ratingClass).multiply(Objects.requireNonNull(reference.dividend()));
  }

  private BigDecimal quotient(BigDecimal scaled, RoundingMode rounding) {
    return reference.divisor() == 1
        ? scaled
        : scaled.divide(BigDecimal.valueOf(reference.divisor()), DECIMALS, rounding);
  }
}
