package org.carbonpublicity.assessment.review;

/**
 * One thing that is wrong with a request to a review or an appeal, or that is still missing.
 *
 * @param field path of the field in the request, or the item that is missing
 * @param code stable, for programs
 * @param message for people
 */
public record Violation(String field, String code, String message) {}
