package org.carbonpublicity.rating.scheme;

/** The kinds of reference rule a scheme may have. */
public enum SchemeKind {
  /** One straight line over curb mass per powertrain, given with the scheme. */
  FIXED_LINES,
  /**
   * One straight line over curb mass per powertrain, fitted by least squares to the models on sale
   * of each edition; the category mean where too few of them are there.
   */
  FITTED_LINES,
  /** The mean of the model's category in each edition. */
  CATEGORY_MEAN,
  /** One gram per km for every model: the bands are footprints themselves, in gCO2e/km. */
  ABSOLUTE_BANDS;

  /** Whether the bounds of classes are ratios to a reference, rather than gCO2e/km. */
  public boolean comparesWithReference() {
    return this != ABSOLUTE_BANDS;
  }
}
