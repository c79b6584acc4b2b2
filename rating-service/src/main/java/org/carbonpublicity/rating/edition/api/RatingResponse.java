package org.carbonpublicity.rating.edition.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.carbonpublicity.rating.edition.ModelRating;
import org.carbonpublicity.rating.scheme.ClassLabel;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.UnratedReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rating of a model in an edition. */
@Schema(name = "Rating")
record RatingResponse(
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
    @Schema(description = "1 to 5; absent for an unrated model") @JsonProperty("class")
        @Nullable Integer ratingClass,
    @Schema(description = "As the edition's scheme calls it") @Nullable String className,
    @Nullable String classNameZh,
    @Nullable UnratedReason unratedReason,
    @Schema(description = "footprint / reference, 6 decimals; the class was decided exactly")
        @Nullable BigDecimal ratio,
    @Nullable BigDecimal referenceGramsPerKm,
    @Nullable BigDecimal categoryMeanGramsPerKm,
    @Schema(description = "Strictly below the exact mean of its category; absent when off sale")
        @Nullable Boolean belowAverage,
    @Nullable Integer previousClass) {

  static RatingResponse of(ModelRating rating, RatingScheme scheme) {
    Integer number = rating.ratingClass();
    ClassLabel named = number == null ? null : scheme.label(RatingClass.of(number));
    return new RatingResponse(
        rating.modelCode(),
        rating.modelName(),
        rating.enterprise(),
        rating.enterpriseName(),
        rating.group(),
        rating.brand(),
        rating.countryStyle(),
        rating.series(),
        rating.powertrain().name(),
        rating.bodyType(),
        rating.segment(),
        rating.curbMassKg(),
        rating.priceCny(),
        rating.launchMonth(),
        rating.onSale(),
        rating.batch(),
        rating.footprintRevision(),
        rating.footprintGramsPerKm(),
        number,
        named == null ? null : named.name(),
        named == null ? null : named.nameZh(),
        rating.unratedReason(),
        rating.ratio(),
        rating.reference(),
        rating.categoryMean(),
        rating.belowAverage(),
        rating.previousClass());
  }
}
