package org.carbonpublicity.reporting.stars;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A published result of an enterprise's assessment.
 *
 * @param enterprise code
 * @param score exact, in points; decides the rank
 * @param scoreRounded as displayed
 * @param stars 1 to 5
 */
public record AssessmentResult(
    String enterprise,
    String enterpriseName,
    BigDecimal score,
    int scoreRounded,
    int stars,
    Instant publishedAt) {}
