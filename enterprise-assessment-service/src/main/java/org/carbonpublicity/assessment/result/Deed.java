package org.carbonpublicity.assessment.result;

import java.util.UUID;
import java.util.function.Predicate;

/**
 * Something that somebody does to an assessment.
 *
 * @param actor subject of the token
 * @param expected whether the assessment is the version that the actor means
 */
public record Deed(UUID assessment, String actor, Predicate<Assessment> expected) {}
