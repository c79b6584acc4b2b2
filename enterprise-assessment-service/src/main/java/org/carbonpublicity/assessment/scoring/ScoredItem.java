package org.carbonpublicity.assessment.scoring;

/** What scoring needs to know of an item of a guideline. */
public record ScoredItem(String code, String dimension, boolean mandatory) {}
