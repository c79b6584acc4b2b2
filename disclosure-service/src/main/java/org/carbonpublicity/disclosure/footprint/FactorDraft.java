package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One factor of a set as an analyst states it.
 *
 * @param value not negative, at most 12 digits before and behind the point
 * @param effectiveFrom YYYY-MM-DD, not after that of the set
 */
public record FactorDraft(
    @Nullable String name,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable String source,
    @Nullable String effectiveFrom) {}
