package org.carbonpublicity.assessment.carbontarget;

/** One thing that a target cannot be. */
public record TargetViolation(String field, String code, String message) {}
