package org.carbonpublicity.reporting.view.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.carbonpublicity.reporting.view.PublishedModel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A published model of an edition, as displayed. */
@Schema(name = "Model")
record ModelAnswer(
    String modelCode,
    String modelName,
    String enterpriseCode,
    String enterprise,
    @Nullable String group,
    String brand,
    String countryStyle,
    String series,
    String powertrain,
    String bodyType,
    String segment,
    @Schema(description = "As BEV/SEDAN/A.") String category,
    @Nullable BigDecimal curbMassKg,
    @Nullable BigDecimal priceCny,
    @Schema(description = "As YYYY-MM.") @Nullable String launchMonth,
    boolean onSale,
    int batch,
    @Schema(description = "2 decimals, half up.") BigDecimal footprintGramsPerKm,
    @JsonProperty("class") @Schema(description = "1 to 5; null when it has none.")
        @Nullable Integer ratingClass,
    @Nullable String unratedReason,
    @Schema(description = "Footprint by reference; 4 decimals, half up.")
        @Nullable BigDecimal ratio,
    @Nullable BigDecimal referenceGramsPerKm,
    @Nullable BigDecimal categoryMeanGramsPerKm,
    @Schema(description = "Null for a model off sale.") @Nullable Boolean belowAverage) {

  private static final int GRAMS_DIGITS = 2;
  private static final int RATIO_DIGITS = 4;

  static ModelAnswer of(PublishedModel model) {
    return new ModelAnswer(
        model.modelCode(),
        model.modelName(),
        model.enterprise(),
        model.enterpriseName(),
        model.group(),
        model.brand(),
        model.countryStyle(),
        model.series(),
        model.powertrain(),
        model.bodyType(),
        model.segment(),
        model.category(),
        model.curbMassKg(),
        model.priceCny(),
        model.launchMonth(),
        model.onSale(),
        model.batch(),
        grams(model.footprintGramsPerKm()),
        model.ratingClass(),
        model.unratedReason(),
        ratio(model.ratio()),
        optionalGrams(model.referenceGramsPerKm()),
        optionalGrams(model.categoryMeanGramsPerKm()),
        model.belowAverage());
  }

  /** As displayed: two decimals, half up. */
  static BigDecimal grams(BigDecimal gramsPerKm) {
    return gramsPerKm.setScale(GRAMS_DIGITS, RoundingMode.HALF_UP);
  }

  static @Nullable BigDecimal optionalGrams(@Nullable BigDecimal gramsPerKm) {
    return gramsPerKm == null ? null : grams(gramsPerKm);
  }

  static @Nullable BigDecimal ratio(@Nullable BigDecimal ratio) {
    return ratio == null ? null : ratio.setScale(RATIO_DIGITS, RoundingMode.HALF_UP);
  }
}
