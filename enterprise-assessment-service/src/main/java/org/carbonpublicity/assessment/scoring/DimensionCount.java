package org.carbonpublicity.assessment.scoring;

/** How many items of one dimension there are and are met. */
public record DimensionCount(
    String dimension, int mandatoryItems, int mandatoryMet, int bonusItems, int bonusMet) {

  static DimensionCount of(String dimension, boolean mandatory, boolean met) {
    int one = met ? 1 : 0;
    return mandatory
        ? new DimensionCount(dimension, 1, one, 0, 0)
        : new DimensionCount(dimension, 0, 0, 1, one);
  }

  DimensionCount plus(DimensionCount other) {
    return new DimensionCount(
        dimension,
        mandatoryItems + other.mandatoryItems,
        mandatoryMet + other.mandatoryMet,
        bonusItems + other.bonusItems,
        bonusMet + other.bonusMet);
  }
}
