package org.carbonpublicity.reporting.view.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.reporting.view.Facet;
import org.carbonpublicity.reporting.view.FormerRating;
import org.carbonpublicity.reporting.view.PublishedModel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the models that were found. */
@Schema(name = "ModelPage", description = "A page of models; the next one is named by Link.")
record ModelsAnswer(
    int edition,
    @Schema(description = "How many were found, on all pages.") long models,
    List<ModelAnswer> items,
    @Schema(
            description =
                "Models by value of each facet asked for, counted without the filter on that facet.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Map<String, List<FacetAnswer>> facets) {

  /** Models that have a value. */
  @Schema(name = "FacetCount")
  record FacetAnswer(String value, long models) {

    static FacetAnswer of(Facet.Count count) {
      return new FacetAnswer(count.value(), count.models());
    }
  }

  /** One model with all that is known of it. */
  @Schema(name = "ModelPortrait")
  record Portrait(
      int edition,
      ModelAnswer model,
      @Schema(description = "Null for a model off sale.") @Nullable PlaceAnswer place,
      @Schema(description = "Editions up to this one, first to last.")
          List<HistoryAnswer> history) {}

  /** Models beside each other. */
  @Schema(name = "ModelComparison")
  record Comparison(int edition, List<Compared> items) {}

  /** A model in a comparison. */
  @Schema(name = "ComparedModel")
  record Compared(
      ModelAnswer model,
      @Schema(description = "Null for a model off sale.") @Nullable PlaceAnswer place) {}

  /** All editions that know a model. */
  @Schema(name = "ModelHistory")
  record History(int edition, String modelCode, List<HistoryAnswer> items) {}

  /** What an edition said of a model. */
  @Schema(name = "ModelInEdition")
  record HistoryAnswer(
      int edition,
      @Nullable LocalDate asOf,
      boolean onSale,
      int batch,
      int footprintRevision,
      BigDecimal footprintGramsPerKm,
      @JsonProperty("class") @Nullable Integer ratingClass,
      @Nullable BigDecimal ratio,
      @Nullable BigDecimal categoryMeanGramsPerKm,
      @Nullable Boolean belowAverage) {

    static HistoryAnswer of(FormerRating former) {
      PublishedModel model = former.model();
      return new HistoryAnswer(
          former.edition(),
          former.asOf(),
          model.onSale(),
          model.batch(),
          model.footprintRevision(),
          ModelAnswer.grams(model.footprintGramsPerKm()),
          model.ratingClass(),
          ModelAnswer.ratio(model.ratio()),
          ModelAnswer.optionalGrams(model.categoryMeanGramsPerKm()),
          model.belowAverage());
    }
  }

  /** A ranking within a category. */
  @Schema(name = "CategoryRanking")
  record RankingAnswer(int edition, String category, long models, List<RankedAnswer> items) {}

  /** A model in a ranking. */
  @Schema(name = "RankedModel")
  record RankedAnswer(
      int rank,
      String modelCode,
      String modelName,
      String enterpriseCode,
      String enterprise,
      String brand,
      String series,
      BigDecimal footprintGramsPerKm,
      @JsonProperty("class") @Nullable Integer ratingClass) {

    static RankedAnswer of(int rank, PublishedModel model) {
      return new RankedAnswer(
          rank,
          model.modelCode(),
          model.modelName(),
          model.enterprise(),
          model.enterpriseName(),
          model.brand(),
          model.series(),
          ModelAnswer.grams(model.footprintGramsPerKm()),
          model.ratingClass());
    }
  }
}
