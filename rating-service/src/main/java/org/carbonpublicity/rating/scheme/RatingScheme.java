package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How footprints become classes: a reference per model and bands of the ratio to it. Versioned
 * data, never code: an edition records which one it was made with.
 */
public record RatingScheme(
    String id,
    String title,
    String titleZh,
    @Nullable String note,
    ReferenceRule reference,
    ClassBounds bounds) {

  /**
   * Rates one model. An edition applies the same rule to all models in one SQL statement; this is
   * the rule in plain words.
   *
   * @param footprintGramsPerKm positive, unrounded
   */
  public Rating rate(
      Powertrain powertrain, @Nullable BigDecimal curbMassKg, BigDecimal footprintGramsPerKm) {
    Reference found = reference.referenceOf(powertrain, curbMassKg);
    BigDecimal value = found.gramsPerKm();
    if (value == null) {
      return Rating.unrated(Objects.requireNonNull(found.reason()));
    }
    return Rating.rated(bounds.classOf(footprintGramsPerKm, value), value, footprintGramsPerKm);
  }
}
