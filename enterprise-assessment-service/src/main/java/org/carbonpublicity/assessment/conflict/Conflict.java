package org.carbonpublicity.assessment.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assessor's conflict of interest with an enterprise.
 *
 * @param number rises with time; the order of lists
 * @param assessor subject of the assessor's token
 * @param lastDay the last day (UTC) on which it holds; absent when no end is known
 * @param endedAt when somebody ended it
 */
public record Conflict(
    UUID id,
    long number,
    String assessor,
    String enterprise,
    String reason,
    @Nullable LocalDate lastDay,
    String declaredBy,
    Instant declaredAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt) {}
