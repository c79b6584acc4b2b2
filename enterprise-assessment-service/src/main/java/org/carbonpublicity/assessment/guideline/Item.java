package org.carbonpublicity.assessment.guideline;

/** One item of a guideline; an item that is not mandatory is a bonus. */
public record Item(String code, boolean mandatory, String text, String textZh) {}
