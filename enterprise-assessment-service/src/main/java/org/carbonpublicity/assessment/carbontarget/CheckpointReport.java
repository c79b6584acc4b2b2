package org.carbonpublicity.assessment.carbontarget;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise reported of a checkpoint; the highest revision counts.
 *
 * @param value in the unit of the baseline
 */
public record CheckpointReport(
    int year,
    int revision,
    BigDecimal value,
    List<UUID> evidence,
    @Nullable String comment,
    Instant reportedAt,
    String reportedBy) {}
