package org.carbonpublicity.assessment.carbontarget;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * Where a path starts.
 *
 * @param value in {@code unit}, above zero
 * @param evidence ids of files
 */
public record Baseline(int year, BigDecimal value, TargetUnit unit, List<UUID> evidence) {}
