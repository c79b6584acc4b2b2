package org.carbonpublicity.reporting.update;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Readers were switched to an edition.
 *
 * @param edition its number, which also tells switches apart and orders them, on every instance
 * @param previousEdition what they saw before; 0 for none
 * @param models published in it, on sale or not
 * @param asOf the day that it describes
 */
public record EditionSwitch(
    int edition, int previousEdition, long models, @Nullable LocalDate asOf, Instant publishedAt) {}
