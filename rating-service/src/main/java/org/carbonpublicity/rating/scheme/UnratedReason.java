package org.carbonpublicity.rating.scheme;

/** Why a published model has no class. */
public enum UnratedReason {
  /** Its curb mass is unknown. */
  NO_CURB_MASS,
  /** The scheme has no line for its powertrain, or one that is not positive at its mass. */
  NO_LINE,
  /** No model of its category is on sale, so that there is no mean to compare it with. */
  NO_CATEGORY_MEAN
}
