package org.carbonpublicity.rating.comparison;

/** What a model says of itself and did not say in the earlier edition. */
public enum OwnChange {
  FOOTPRINT,
  CURB_MASS,
  CATEGORY,
  SALE_STATE
}
