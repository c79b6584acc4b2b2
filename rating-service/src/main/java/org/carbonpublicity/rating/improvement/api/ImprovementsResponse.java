package org.carbonpublicity.rating.improvement.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.rating.edition.Explanation;
import org.carbonpublicity.rating.edition.ModelRating;
import org.carbonpublicity.rating.improvement.Improvement;
import org.carbonpublicity.rating.improvement.Improvements;
import org.carbonpublicity.rating.improvement.VehicleInput;
import org.carbonpublicity.rating.scheme.ClassLabel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What would bring a model to the next better class. */
@Schema(name = "Improvements")
record ImprovementsResponse(
    int edition,
    String modelCode,
    int footprintRevision,
    BigDecimal footprintGramsPerKm,
    @JsonProperty("class") @Nullable Integer ratingClass,
    @Schema(description = "Absent in class 1 and for an unrated model") @Nullable Target target,
    @Schema(description = "Factor set of the footprint, with which everything is calculated")
        @Nullable String factorSet,
    @Schema(description = "Why nothing can be said of any input; absent when there are items")
        Improvements.@Nullable Reason reason,
    @Schema(description = "Each input alone, all else as it is, the curb mass too")
        List<Item> items) {

  @Schema(name = "ImprovementTarget")
  record Target(
      @JsonProperty("class") int number,
      String name,
      String nameZh,
      BigDecimal mustFallByGramsPerKm) {}

  @Schema(name = "ImprovementItem")
  record Item(
      String input,
      String unit,
      @Nullable BigDecimal present,
      @Schema(description = "The highest value that reaches the class, rounded down")
          @Nullable BigDecimal needed,
      @Schema(description = "Of the battery: its mass now, by the factor set")
          @Nullable BigDecimal presentMassKg,
      @Schema(description = "Of the battery: its mass then") @Nullable BigDecimal neededMassKg,
      @Schema(description = "With the value that is needed, as calculated")
          @Nullable BigDecimal footprintGramsPerKm,
      Improvement.@Nullable Reason reason) {}

  static ImprovementsResponse of(Explanation explanation, Improvements.Result result) {
    ModelRating rating = explanation.rating();
    return new ImprovementsResponse(
        rating.edition(),
        rating.modelCode(),
        rating.footprintRevision(),
        rating.footprintGramsPerKm(),
        rating.ratingClass(),
        target(explanation, result.target()),
        result.factorSet(),
        result.reason(),
        result.items().stream().map(item -> item(item, result.kgPerKwh())).toList());
  }

  private static @Nullable Target target(
      Explanation explanation, Explanation.@Nullable Neighbour next) {
    if (next == null) {
      return null;
    }
    ClassLabel label = explanation.frame().scheme().label(next.ratingClass());
    return new Target(next.ratingClass().number(), label.name(), label.nameZh(), next.gramsPerKm());
  }

  private static Item item(Improvement item, @Nullable BigDecimal kgPerKwh) {
    BigDecimal density = item.input() == VehicleInput.BATTERY ? kgPerKwh : null;
    return new Item(
        item.input().key(),
        item.input().unit(),
        item.present(),
        item.needed(),
        product(item.present(), density),
        product(item.needed(), density),
        item.footprintGramsPerKm(),
        item.reason());
  }

  private static @Nullable BigDecimal product(
      @Nullable BigDecimal capacity, @Nullable BigDecimal density) {
    return capacity == null || density == null ? null : capacity.multiply(density);
  }
}
