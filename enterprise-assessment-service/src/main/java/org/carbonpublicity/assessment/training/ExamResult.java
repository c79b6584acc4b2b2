package org.carbonpublicity.assessment.training;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it went for a participant.
 *
 * @param points as the exam counts them; null where none are given, which is not zero
 */
public record ExamResult(
    UUID participant, boolean attended, @Nullable BigDecimal points, boolean passed) {}
