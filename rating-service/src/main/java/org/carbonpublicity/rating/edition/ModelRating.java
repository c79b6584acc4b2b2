package org.carbonpublicity.rating.edition;

import java.math.BigDecimal;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.UnratedReason;
import org.jspecify.annotations.Nullable;

/**
 * The rating of a model in an edition. Footprint, reference and mean are in gCO2e/km.
 *
 * @param ratingClass 1 to 5; null for an unrated model, which has a reason instead
 * @param ratio footprint / reference, 6 decimals
 * @param categoryMean mean of the models on sale of its category, 6 decimals; null when none is
 * @param belowAverage strictly below the exact mean; null for a model off sale
 * @param previousClass its class in the edition before
 */
public record ModelRating(
    int edition,
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    @Nullable String group,
    String brand,
    String countryStyle,
    String series,
    Powertrain powertrain,
    String bodyType,
    String segment,
    @Nullable BigDecimal curbMassKg,
    @Nullable BigDecimal priceCny,
    @Nullable String launchMonth,
    boolean onSale,
    int batch,
    int footprintRevision,
    BigDecimal footprintGramsPerKm,
    @Nullable Integer ratingClass,
    @Nullable UnratedReason unratedReason,
    @Nullable BigDecimal ratio,
    @Nullable BigDecimal reference,
    @Nullable BigDecimal categoryMean,
    @Nullable Boolean belowAverage,
    @Nullable Integer previousClass) {}
