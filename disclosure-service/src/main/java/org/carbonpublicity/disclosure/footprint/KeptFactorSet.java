package org.carbonpublicity.disclosure.footprint;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A factor set and its standing.
 *
 * @param version grows with every change and every state
 * @param replacedBy the set that retired it
 * @param effectiveUntil the last day of a retired set: the day before its successor takes effect
 */
public record KeptFactorSet(
    FactorSet set,
    FactorSetState state,
    long version,
    @Nullable Instant activatedAt,
    @Nullable String activatedBy,
    @Nullable Instant retiredAt,
    @Nullable String replacedBy,
    @Nullable LocalDate effectiveUntil) {}
