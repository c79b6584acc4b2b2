package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.util.List;

/**
 * The result of a calculation.
 *
 * @param gramsPerKm gCO2e/km, exactly the sum of the terms
 * @param factorSet id of the factor set
 * @param assumptions what had to be taken for granted because it was not stated
 */
public record Footprint(
    BigDecimal gramsPerKm,
    String factorSet,
    String methodology,
    VehicleSpecification inputs,
    List<String> assumptions,
    List<Term> terms) {

  public Footprint {
    assumptions = List.copyOf(assumptions);
    terms = List.copyOf(terms);
  }
}
