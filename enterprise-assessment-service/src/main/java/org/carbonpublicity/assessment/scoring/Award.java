package org.carbonpublicity.assessment.scoring;

/**
 * Stars and the floor that kept a result from more.
 *
 * @param stars 1 to 5
 */
public record Award(int stars, BoundBy boundBy) {}
