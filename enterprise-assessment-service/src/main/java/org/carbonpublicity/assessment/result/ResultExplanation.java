package org.carbonpublicity.assessment.result;

import java.util.Optional;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.scoring.NextStars;

/**
 * Why a result is what it is, and what the next star takes.
 *
 * @param english which rule bound, in a sentence
 * @param chinese the same in Chinese
 * @param next empty when the result has the most stars there are
 */
public record ResultExplanation(
    Assessment assessment,
    Guideline guideline,
    String english,
    String chinese,
    Optional<NextStars> next) {}
