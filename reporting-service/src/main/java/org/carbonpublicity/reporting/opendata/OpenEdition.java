package org.carbonpublicity.reporting.opendata;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An edition that readers see.
 *
 * @param asOf the day that it describes
 * @param completedAt when the rating service completed it
 * @param models published in it
 * @param latest whether its tables may still change
 */
public record OpenEdition(
    int number, LocalDate asOf, Instant completedAt, long models, boolean latest) {}
