package org.carbonpublicity.reporting.view;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A published model as an edition rates it; exact, nothing is rounded.
 *
 * @param enterprise code
 * @param priceCny null when it is not known, as are mass and launch month
 * @param launchMonth as YYYY-MM
 * @param ratingClass 1 to 5; null when the model is unrated, which {@code unratedReason} explains
 * @param belowAverage null for a model off sale
 */
public record PublishedModel(
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
    @Nullable BigDecimal curbMassKg,
    @Nullable BigDecimal priceCny,
    @Nullable String launchMonth,
    boolean onSale,
    int batch,
    int footprintRevision,
    BigDecimal footprintGramsPerKm,
    @Nullable Integer ratingClass,
    @Nullable String unratedReason,
    @Nullable BigDecimal ratio,
    @Nullable BigDecimal referenceGramsPerKm,
    @Nullable BigDecimal categoryMeanGramsPerKm,
    @Nullable Boolean belowAverage) {

  /** Powertrain, body type and segment, as {@code BEV/SEDAN/A}. */
  public String category() {
    return powertrain + "/" + bodyType + "/" + segment;
  }
}
