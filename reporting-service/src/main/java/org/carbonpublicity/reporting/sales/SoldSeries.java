package org.carbonpublicity.reporting.sales;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A series as far as it is known in an edition.
 *
 * @param enterpriseName the code where the enterprise is not known by name
 * @param series its name as the platform spells it; as the file does where it is not known
 * @param matched whether a published model or a registration tells of it
 * @param seriesClass worst class among its models on sale, 1 to 5; null while none has a class
 * @param nev whether one of its models on sale is a BEV or PHEV
 * @param tables of the price bands in which one of its models on sale is priced
 */
public record SoldSeries(
    SeriesKey key,
    String enterpriseName,
    String series,
    boolean matched,
    @Nullable Integer seriesClass,
    boolean nev,
    Set<Integer> tables) {}
