package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How footprints become classes: a reference per model and bands of the ratio to it. Versioned
 * data, never code: an edition records which one it was made with.
 *
 * @param classes names and colours of classes 1 to 5
 */
public record RatingScheme(
    String id,
    String title,
    String titleZh,
    @Nullable String note,
    ReferenceRule reference,
    ClassBounds bounds,
    List<ClassLabel> classes,
    Validity validity) {

  public RatingScheme {
    if (classes.size() != RatingClass.values().length) {
      throw new IllegalArgumentException("classes 1 to 5 have a name each");
    }
    classes = List.copyOf(classes);
  }

  /** A scheme with the standard names of classes that is valid for ever. */
  public RatingScheme(
      String id,
      String title,
      String titleZh,
      @Nullable String note,
      ReferenceRule reference,
      ClassBounds bounds) {
    this(id, title, titleZh, note, reference, bounds, ClassLabel.STANDARD, Validity.UNLIMITED);
  }

  /** The same scheme with other bounds. */
  public RatingScheme with(ClassBounds others) {
    return new RatingScheme(id, title, titleZh, note, reference, others, classes, validity);
  }

  /** The scheme's name and colour of a class. */
  public ClassLabel label(RatingClass ratingClass) {
    return classes.get(ratingClass.ordinal());
  }

  /**
   * Rates one model. An edition applies the same rule to all models in one SQL statement; this is
   * the rule in plain words.
   *
   * @param footprintGramsPerKm positive, unrounded
   * @param population what the edition has found of its models on sale
   */
  public Rating rate(
      Category category,
      @Nullable BigDecimal curbMassKg,
      BigDecimal footprintGramsPerKm,
      PopulationNumbers population) {
    Reference found = reference.referenceOf(category, curbMassKg, population);
    if (found.isMissing()) {
      return Rating.unrated(Objects.requireNonNull(found.reason()));
    }
    return Rating.rated(bounds.classOf(footprintGramsPerKm, found), found, footprintGramsPerKm);
  }
}
