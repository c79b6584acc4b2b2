package org.carbonpublicity.assessment.result;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which assessments to list; absent means any.
 *
 * @param state any but SUPERSEDED when absent
 */
public record AssessmentFilter(
    @Nullable Set<String> enterprises,
    @Nullable String guideline,
    @Nullable AssessmentState state) {}
