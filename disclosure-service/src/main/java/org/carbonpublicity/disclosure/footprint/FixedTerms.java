package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.Inventory.Fluid;
import org.carbonpublicity.disclosure.footprint.Inventory.Part;

/**
 * The terms that are the same for every vehicle of an architecture, calculated once.
 *
 * @param parts those that stand before the traction battery
 * @param others those behind it, up to the fuel cycle
 */
record FixedTerms(List<Term> parts, List<Term> others) {

  FixedTerms {
    parts = List.copyOf(parts);
    others = List.copyOf(others);
  }

  static FixedTerms of(FactorSet.Index factors, Inventory inventory, BigDecimal lifetimeKm) {
    TermList parts = new TermList(factors, lifetimeKm);
    add(parts, inventory.tyres());
    add(parts, inventory.leadAcid());
    TermList others = new TermList(factors, lifetimeKm);
    for (Fluid fluid : inventory.fluids()) {
      add(others, fluid.fill());
    }
    others.vehicle("refrigerant", inventory.refrigerantKg(), "kg", "refrigerant.R134a.production");
    others.vehicle("assembly", BigDecimal.ONE, "vehicle", "assembly");
    addReplacements(others, inventory);
    others.vehicle("refrigerant-leakage", inventory.leakedKg(), "kg", "refrigerant.R134a.gwp");
    return new FixedTerms(parts.terms(), others.terms());
  }

  private static void add(TermList terms, Part part) {
    terms.vehicle(part.name(), part.amount(), part, part.source());
  }

  private static void addReplacements(TermList terms, Inventory inventory) {
    Part tyres = inventory.tyres();
    terms.vehicle(
        "replacement-tyres",
        inventory.replacementTyresKg(),
        tyres,
        tyres.source() + ", replacements.tyres");
    Part leadAcid = inventory.leadAcid();
    terms.vehicle(
        "replacement-lead-acid-batteries",
        inventory.replacementLeadAcidKg(),
        leadAcid,
        leadAcid.source() + ", replacements.leadAcidBattery");
    for (Fluid fluid : inventory.fluids()) {
      if (fluid.replacementKg().signum() > 0) {
        terms.vehicle(
            fluid.replacementName(), fluid.replacementKg(), fluid.fill(), fluid.fill().source());
      }
    }
  }
}
