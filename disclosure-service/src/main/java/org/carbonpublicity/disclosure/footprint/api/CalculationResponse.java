package org.carbonpublicity.disclosure.footprint.api;

import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.DataQuality;
import org.carbonpublicity.disclosure.footprint.ExplainedTerm;
import org.carbonpublicity.disclosure.footprint.Explanation;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.Footprint;
import org.carbonpublicity.disclosure.footprint.GridFactor;
import org.carbonpublicity.disclosure.footprint.VehicleSpecification;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a footprint would be.
 *
 * @param gramsPerKm gCO2e/km, exactly the sum of the terms
 * @param gridFactor taken in the place of the factor set's own; null when that one was taken
 */
@Schema(name = "FootprintCalculation")
record CalculationResponse(
    BigDecimal gramsPerKm,
    String factorSet,
    String methodology,
    @Nullable GridFactor gridFactor,
    VehicleSpecification inputs,
    List<String> assumptions,
    DataQuality dataQuality,
    List<ExplainedTerm> terms) {

  static CalculationResponse of(
      Footprint footprint, FactorSet set, @Nullable GridFactor gridFactor) {
    Explanation explanation = Explanation.of(footprint, set);
    return new CalculationResponse(
        footprint.gramsPerKm(),
        footprint.factorSet(),
        footprint.methodology(),
        gridFactor,
        footprint.inputs(),
        footprint.assumptions(),
        explanation.dataQuality(),
        explanation.terms());
  }
}
