package org.carbonpublicity.disclosure.footprint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.DifferenceCalculation.Side;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.jspecify.annotations.Nullable;

/** Stored footprints, explained, compared and varied. */
@ApplicationScoped
public class Footprints {

  private final FactorSets factorSets;

  Footprints(FactorSets factorSets) {
    this.factorSets = factorSets;
  }

  /** Why a revision has its footprint. */
  public Explanation explain(KnownRevision revision) {
    return Explanation.of(revision, set(revision));
  }

  /** Where the difference of two revisions comes from; see {@link DifferenceCalculation}. */
  public List<Attribution> difference(KnownRevision from, KnownRevision to) {
    return DifferenceCalculation.between(side(from), side(to));
  }

  /** Derivatives by the inputs of a calculated revision; none of one accounted elsewhere. */
  public List<Sensitivity> sensitivities(KnownRevision revision) {
    FactorSet set = known(revision);
    VehicleSpecification vehicle = VehicleSpecification.of(revision);
    return set == null || vehicle == null ? List.of() : Sensitivity.of(set, vehicle);
  }

  private Side side(KnownRevision revision) {
    String methodology = revision.methodology();
    return new Side(
        revision.footprintGramsPerKm(),
        methodology == null ? "accounted elsewhere" : methodology,
        VehicleSpecification.of(revision),
        known(revision));
  }

  /** The factor set of a revision, when this service knows how it was used. */
  private @Nullable FactorSet known(KnownRevision revision) {
    return FootprintCalculation.METHODOLOGY.equals(revision.methodology()) ? set(revision) : null;
  }

  private @Nullable FactorSet set(KnownRevision revision) {
    String id = revision.factorSet();
    return id == null ? null : factorSets.find(id).map(KeptFactorSet::set).orElse(null);
  }
}
