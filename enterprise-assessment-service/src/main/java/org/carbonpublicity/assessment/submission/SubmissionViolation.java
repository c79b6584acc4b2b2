package org.carbonpublicity.assessment.submission;

/**
 * One thing that is wrong with a submission.
 *
 * @param field path of the field in the request
 * @param code stable, for programs
 * @param message for people
 */
public record SubmissionViolation(String field, String code, String message) {}
