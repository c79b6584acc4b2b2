package org.carbonpublicity.rating.edition.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.rating.edition.CategoryMean;
import org.carbonpublicity.rating.edition.ModelRating;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rating and everything it follows from. */
@Schema(name = "RatingExplanation")
record ExplanationResponse(
    int edition,
    String scheme,
    @JsonUnwrapped RatingResponse rating,
    @Schema(description = "The line of its powertrain: reference = intercept + slope · curb mass")
        @Nullable Line line,
    @Schema(description = "The bands; a bound belongs to the better class, class 5 has none")
        List<Band> bands,
    @Schema(description = "The models on sale that it is compared with; absent when there are none")
        @Nullable Category category) {

  @Schema(name = "ExplainedLine")
  record Line(BigDecimal interceptGramsPerKm, BigDecimal slopeGramsPerKmPerKg) {}

  @Schema(name = "ExplainedBand")
  record Band(
      @JsonProperty("class") int number,
      String name,
      String nameZh,
      @Nullable BigDecimal upperBoundOfRatio,
      @Nullable BigDecimal upperBoundGramsPerKm) {}

  @Schema(name = "ExplainedCategory")
  record Category(
      String powertrain, String bodyType, String segment, long models, BigDecimal meanGramsPerKm) {}

  static ExplanationResponse of(
      ModelRating rating, RatingScheme scheme, @Nullable CategoryMean mean) {
    return new ExplanationResponse(
        rating.edition(),
        scheme.id(),
        RatingResponse.of(rating),
        line(rating, scheme),
        bands(rating.reference(), scheme),
        mean == null
            ? null
            : new Category(
                mean.powertrain(),
                mean.bodyType(),
                mean.segment(),
                mean.models(),
                mean.meanGramsPerKm()));
  }

  private static @Nullable Line line(ModelRating rating, RatingScheme scheme) {
    if (!(scheme.reference() instanceof FixedLines fixed)) {
      return null;
    }
    ReferenceLine line = fixed.lines().get(rating.powertrain());
    return line == null ? null : new Line(line.interceptGramsPerKm(), line.slopeGramsPerKmPerKg());
  }

  private static List<Band> bands(@Nullable BigDecimal reference, RatingScheme scheme) {
    List<BigDecimal> bounds = scheme.bounds().upperBounds();
    List<Band> bands = new ArrayList<>();
    for (RatingClass band : RatingClass.values()) {
      BigDecimal bound = band.ordinal() < bounds.size() ? bounds.get(band.ordinal()) : null;
      bands.add(
          new Band(
              band.number(),
              band.title(),
              band.titleZh(),
              bound,
              bound == null || reference == null ? null : bound.multiply(reference)));
    }
    return bands;
  }
}
