package org.carbonpublicity.disclosure.outlier;

import java.util.Locale;

/** Why a model stands out. */
public enum OutlierRule {
  /** A value is only plausible when it was given in another unit. */
  UNIT_SLIP,
  /** The footprint is far from the line through the masses of its powertrain. */
  MASS_LINE,
  /** The footprint is far from the other variants of its series. */
  SIBLINGS,
  /** Feedback has changed the preliminary footprint by much. */
  LARGE_CHANGE;

  /** As in paths and answers. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
