package org.carbonpublicity.rating.publication;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A published footprint with the attributes that ratings and reports need.
 *
 * @param footprintGramsPerKm positive, unrounded, gCO2e/km
 * @param enterprise code of the enterprise
 */
public record IncomingFootprint(
    int publication,
    int batch,
    int revision,
    boolean onSale,
    BigDecimal footprintGramsPerKm,
    @Nullable BigDecimal curbMassKg,
    @Nullable BigDecimal priceCny,
    String modelCode,
    String modelName,
    String enterprise,
    String enterpriseName,
    @Nullable String group,
    String brand,
    String countryStyle,
    String series,
    String powertrain,
    String bodyType,
    String segment,
    @Nullable String launchMonth) {}
