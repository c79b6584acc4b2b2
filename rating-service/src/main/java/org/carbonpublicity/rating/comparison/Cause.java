package org.carbonpublicity.rating.comparison;

/** What moves a class, in the order in which it is taken into account. */
public enum Cause {
  /** Footprint, mass or category of the model itself. */
  OWN,
  /** What the models on sale, together, make of the references: fitted lines, category means. */
  POPULATION,
  /** Another scheme. */
  SCHEME
}
