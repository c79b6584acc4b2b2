package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One number of a factor set.
 *
 * @param name stable, dotted: {@code material.steel}
 * @param source where the number comes from, in words
 */
public record Factor(
    String name, BigDecimal value, String unit, String source, LocalDate effectiveFrom) {}
