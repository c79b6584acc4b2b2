package org.carbonpublicity.rating.scheme;

/** Why a published model has no class. */
public enum UnratedReason {
  /** Its curb mass is unknown. */
  NO_CURB_MASS,
  /** The scheme has no line for its powertrain, or one that is not positive at its mass. */
  NO_LINE
}
