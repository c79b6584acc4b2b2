package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.StatedInput.Provenance;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.jspecify.annotations.Nullable;

/**
 * Why a footprint is what it is.
 *
 * @param terms empty for a footprint accounted elsewhere
 * @param recomputedGramsPerKm gCO2e/km by the stored inputs and the stored factor set, now; null
 *     when it was not calculated here
 */
public record Explanation(
    List<StatedInput> inputs,
    DataQuality dataQuality,
    List<ExplainedTerm> terms,
    @Nullable BigDecimal recomputedGramsPerKm) {

  public Explanation {
    inputs = List.copyOf(inputs);
    terms = List.copyOf(terms);
  }

  /** Of a calculation that nobody stored. */
  public static Explanation of(Footprint footprint, FactorSet set) {
    List<StatedInput> inputs = StatedInput.of(footprint.inputs(), Provenance.REQUEST, set);
    return of(inputs, footprint.terms(), set, null);
  }

  /**
   * Of a stored revision.
   *
   * @param set the one that it names
   */
  public static Explanation of(KnownRevision revision, @Nullable FactorSet set) {
    List<Term> stored = revision.terms() == null ? List.of() : revision.terms();
    Provenance provenance =
        revision.feedbackForm() == null ? Provenance.IMPORTED_FORM : Provenance.FEEDBACK_FORM;
    VehicleSpecification vehicle = VehicleSpecification.of(revision);
    if (set == null || vehicle == null) {
      return of(StatedInput.of(revision, provenance), stored, set, null);
    }
    return of(
        StatedInput.of(vehicle, provenance, set),
        stored,
        set,
        set.methodology().equals(FootprintCalculation.METHODOLOGY)
            ? new FootprintCalculation(set).formula(vehicle)
            : null);
  }

  private static Explanation of(
      List<StatedInput> inputs,
      List<Term> terms,
      @Nullable FactorSet set,
      @Nullable BigDecimal recomputed) {
    List<ExplainedTerm> explained = ExplainedTerm.of(terms, inputs, set);
    return new Explanation(inputs, DataQuality.of(inputs, explained), explained, recomputed);
  }
}
