package org.carbonpublicity.assessment.scoring;

import java.math.BigDecimal;

/**
 * What scoring needs to know of an item of a guideline.
 *
 * @param points what the item weighs among the others, positive; where all weigh the same each
 *     counts one
 */
public record ScoredItem(String code, String dimension, boolean mandatory, BigDecimal points) {

  public ScoredItem {
    if (points.signum() <= 0) {
      throw new IllegalArgumentException("item " + code + " weighs nothing");
    }
  }

  /** An item that counts one. */
  public ScoredItem(String code, String dimension, boolean mandatory) {
    this(code, dimension, mandatory, BigDecimal.ONE);
  }
}
