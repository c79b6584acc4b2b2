package org.carbonpublicity.assessment.training;

/**
 * Somebody to be registered.
 *
 * @param enterprise code
 * @param personalKey tells people of the enterprise apart, such as a staff number
 * @param source where it stands in the request, for faults: a field or a row
 */
public record Attendee(String enterprise, String name, String personalKey, String source) {}
