package org.carbonpublicity.disclosure.recalculation;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.disclosure.batch.BasisInForce;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.FactorSets;

/** What the factor set in force makes of footprints. */
@ApplicationScoped
class FactorsInForce implements BasisInForce {

  private final FactorSets factorSets;

  FactorsInForce(FactorSets factorSets) {
    this.factorSets = factorSets;
  }

  @Override
  public Basis basis() {
    FactorSet active = factorSets.active();
    return new Basis(active.id(), active.methodology());
  }
}
