package org.carbonpublicity.assessment.result;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which assessments to list; absent means any.
 *
 * @param state any but SUPERSEDED when absent
 * @param publishedOnlyOf enterprises of which no more than the published is listed
 */
public record AssessmentFilter(
    @Nullable Set<String> enterprises,
    @Nullable String guideline,
    @Nullable AssessmentState state,
    Set<String> publishedOnlyOf) {}
