package org.carbonpublicity.assessment.training;

/** One thing that is wrong with what was asked for. */
public record TrainingViolation(String field, String code, String message) {}
