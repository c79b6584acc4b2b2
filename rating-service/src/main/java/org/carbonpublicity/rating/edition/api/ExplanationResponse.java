package org.carbonpublicity.rating.edition.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carbonpublicity.rating.edition.Explanation;
import org.carbonpublicity.rating.edition.FittedLine;
import org.carbonpublicity.rating.edition.ModelRating;
import org.carbonpublicity.rating.edition.Place;
import org.carbonpublicity.rating.scheme.CategorySum;
import org.carbonpublicity.rating.scheme.ClassLabel;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.RatingClass;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.Reference;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.SchemeKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rating and everything it follows from. */
@Schema(name = "RatingExplanation")
record ExplanationResponse(
    int edition,
    String scheme,
    SchemeKind schemeKind,
    @JsonUnwrapped RatingResponse rating,
    @Schema(description = "What the footprint is compared with") Basis referenceBasis,
    @Schema(description = "The line of its powertrain: reference = intercept + slope · curb mass")
        @Nullable Line line,
    @Schema(description = "The bands; a bound belongs to the better class, class 5 has none")
        List<Band> bands,
    @Schema(description = "The models on sale that it is compared with; absent when there are none")
        @Nullable Category category,
    @Schema(description = "Among its category's models on sale; absent when it is off sale")
        @Nullable Ranking ranking,
    @Schema(description = "Absent in class 1 and for an unrated model") @Nullable Better nextBetter,
    @Schema(description = "Absent in class 5 and for an unrated model") @Nullable Worse nextWorse) {

  /** What a footprint is compared with. */
  @Schema(name = "ReferenceBasis")
  enum Basis {
    FIXED_LINE,
    FITTED_LINE,
    CATEGORY_MEAN,
    ONE_GRAM
  }

  @Schema(name = "ExplainedLine")
  record Line(
      BigDecimal interceptGramsPerKm,
      BigDecimal slopeGramsPerKmPerKg,
      @Schema(description = "Models on sale that it was fitted to; absent for a fixed line")
          @Nullable Long models) {}

  @Schema(name = "ExplainedBand")
  record Band(
      @JsonProperty("class") int number,
      String name,
      String nameZh,
      @Nullable BigDecimal upperBoundOfRatio,
      @Schema(description = "Exact; 6 decimals, half up, where the reference is a mean")
          @Nullable BigDecimal upperBoundGramsPerKm) {}

  @Schema(name = "ExplainedCategory")
  record Category(
      String powertrain,
      String bodyType,
      String segment,
      long models,
      BigDecimal meanGramsPerKm,
      @Schema(description = "footprint − mean, 6 decimals, half up; negative is below average")
          BigDecimal distanceToMeanGramsPerKm) {}

  @Schema(name = "ExplainedRanking")
  record Ranking(
      @Schema(description = "1 is the lowest footprint; equal ones share a rank, as in 1, 2, 2, 4")
          long rank,
      long models,
      @Schema(description = "Models with exactly this footprint, itself among them") long sharing,
      @Schema(description = "Percent of the models with this footprint or a lower one, 1 decimal")
          BigDecimal percentile) {

    static @Nullable Ranking of(@Nullable Place place) {
      return place == null
          ? null
          : new Ranking(place.rank(), place.models(), place.sharing(), place.percentile());
    }
  }

  @Schema(name = "NextBetterClass")
  record Better(
      @JsonProperty("class") int number,
      String name,
      String nameZh,
      @Schema(
              description =
                  "The footprint must fall by this much, to the very bound. Exact; 6 decimals, rounded up,"
                      + " where the reference is a mean")
          BigDecimal mustFallByGramsPerKm) {}

  @Schema(name = "NextWorseClass")
  record Worse(
      @JsonProperty("class") int number,
      String name,
      String nameZh,
      @Schema(
              description =
                  "The footprint may rise by this much and keeps its class; 0 on the very bound. Exact; 6"
                      + " decimals, rounded down, where the reference is a mean")
          BigDecimal mayRiseByGramsPerKm) {}

  static ExplanationResponse of(Explanation explanation) {
    ModelRating rating = explanation.rating();
    RatingScheme scheme = explanation.frame().scheme();
    Line line = line(explanation);
    return new ExplanationResponse(
        rating.edition(),
        scheme.id(),
        scheme.reference().kind(),
        RatingResponse.of(rating, scheme),
        basis(scheme.reference().kind(), line),
        line,
        bands(explanation),
        category(explanation),
        Ranking.of(explanation.place()),
        better(explanation),
        worse(explanation));
  }

  private static Basis basis(SchemeKind kind, @Nullable Line line) {
    return switch (kind) {
      case FIXED_LINES -> Basis.FIXED_LINE;
      case FITTED_LINES -> line == null ? Basis.CATEGORY_MEAN : Basis.FITTED_LINE;
      case CATEGORY_MEAN -> Basis.CATEGORY_MEAN;
      case ABSOLUTE_BANDS -> Basis.ONE_GRAM;
    };
  }

  private static @Nullable Line line(Explanation explanation) {
    var powertrain = explanation.rating().powertrain();
    if (explanation.frame().scheme().reference() instanceof FixedLines fixed) {
      ReferenceLine line = fixed.lines().get(powertrain);
      return line == null
          ? null
          : new Line(line.interceptGramsPerKm(), line.slopeGramsPerKmPerKg(), null);
    }
    for (FittedLine fitted : explanation.frame().fitted()) {
      ReferenceLine line = fitted.line();
      if (fitted.powertrain() == powertrain && line != null) {
        return new Line(line.interceptGramsPerKm(), line.slopeGramsPerKmPerKg(), fitted.models());
      }
    }
    return null;
  }

  private static List<Band> bands(Explanation explanation) {
    RatingScheme scheme = explanation.frame().scheme();
    List<BigDecimal> bounds = scheme.bounds().upperBounds();
    List<Band> bands = new ArrayList<>(RatingClass.values().length);
    for (RatingClass band : RatingClass.values()) {
      ClassLabel label = scheme.label(band);
      bands.add(
          new Band(
              band.number(),
              label.name(),
              label.nameZh(),
              band.ordinal() < bounds.size() ? bounds.get(band.ordinal()) : null,
              explanation.upperBound(band)));
    }
    return bands;
  }

  private static @Nullable Category category(Explanation explanation) {
    CategorySum mean = explanation.mean();
    ModelRating rating = explanation.rating();
    return mean == null
        ? null
        : new Category(
            rating.powertrain().name(),
            rating.bodyType(),
            rating.segment(),
            mean.models(),
            mean.footprintGramsPerKm()
                .divide(
                    BigDecimal.valueOf(mean.models()),
                    Reference.MEAN_DECIMALS,
                    RoundingMode.HALF_UP),
            Objects.requireNonNull(explanation.distanceToMean()));
  }

  private static @Nullable Better better(Explanation explanation) {
    Explanation.Neighbour next = explanation.nextBetter();
    if (next == null) {
      return null;
    }
    ClassLabel label = explanation.frame().scheme().label(next.ratingClass());
    return new Better(next.ratingClass().number(), label.name(), label.nameZh(), next.gramsPerKm());
  }

  private static @Nullable Worse worse(Explanation explanation) {
    Explanation.Neighbour next = explanation.nextWorse();
    if (next == null) {
      return null;
    }
    ClassLabel label = explanation.frame().scheme().label(next.ratingClass());
    return new Worse(next.ratingClass().number(), label.name(), label.nameZh(), next.gramsPerKm());
  }
}
