package org.carbonpublicity.rating.toprunner;

import java.math.BigDecimal;
import org.carbonpublicity.rating.scheme.Category;
import org.jspecify.annotations.Nullable;

/**
 * A model on sale with the lowest footprint of its category in an edition; several may share it.
 *
 * @param footprintGramsPerKm in gCO2e/km, unrounded
 * @param ratingClass 1 to 5; null for an unrated model
 */
public record TopRunner(
    int edition,
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    String brand,
    String series,
    Category category,
    BigDecimal footprintGramsPerKm,
    @Nullable Integer ratingClass) {}
