package org.carbonpublicity.reporting.view.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.carbonpublicity.reporting.view.Place;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a model stands in its category, as displayed. */
@Schema(name = "PlaceInCategory", description = "Among the models on sale of its category.")
record PlaceAnswer(
    String category,
    @Schema(description = "Competition rank by footprint, lowest first.") int rank,
    long models,
    BigDecimal meanFootprintGramsPerKm,
    BigDecimal lowestFootprintGramsPerKm,
    @Schema(description = "Whether no model of the category has a lower footprint.")
        boolean topRunner) {

  static PlaceAnswer of(String category, Place place) {
    return new PlaceAnswer(
        category,
        place.rank(),
        place.models(),
        place.footprintSum().divide(BigDecimal.valueOf(place.models()), 2, RoundingMode.HALF_UP),
        ModelAnswer.grams(place.lowestGramsPerKm()),
        place.rank() == 1);
  }
}
