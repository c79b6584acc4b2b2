package org.carbonpublicity.assessment.review;

import java.util.Set;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.jspecify.annotations.Nullable;

/**
 * Which reviews to list; absent means any.
 *
 * @param assessor subject of one who is assigned
 * @param state of the assessment; any but SUPERSEDED when absent
 * @param notOf enterprises whose reviews are left out
 */
public record ReviewFilter(
    @Nullable String assessor, @Nullable AssessmentState state, Set<String> notOf) {}
