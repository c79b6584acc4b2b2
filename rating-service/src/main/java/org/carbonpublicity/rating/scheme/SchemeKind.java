package org.carbonpublicity.rating.scheme;

/** The kinds of reference rule a scheme may have. */
public enum SchemeKind {
  /** One straight line over curb mass per powertrain, given with the scheme. */
  FIXED_LINES
}
