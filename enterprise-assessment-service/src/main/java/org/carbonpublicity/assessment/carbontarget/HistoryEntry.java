package org.carbonpublicity.assessment.carbontarget;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a target.
 *
 * @param state after it
 * @param actor subject of whoever did it; null for the platform
 */
public record HistoryEntry(
    int number,
    TargetFact fact,
    TargetState state,
    @Nullable String detail,
    @Nullable String actor,
    Instant at) {}
