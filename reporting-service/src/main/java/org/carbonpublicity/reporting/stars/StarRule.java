package org.carbonpublicity.reporting.stars;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a number of stars asks for.
 *
 * @param scoreFloor in points; null when any score will do
 * @param mandatoryRatioFloorPercent null when any ratio will do
 */
public record StarRule(
    int stars, @Nullable BigDecimal scoreFloor, @Nullable BigDecimal mandatoryRatioFloorPercent) {}
