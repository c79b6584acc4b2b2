package org.carbonpublicity.disclosure.footprint;

import java.util.List;

/** Where a factor set stands. */
public enum FactorSetState {
  /** Being written; no footprint that is stored was calculated with it. */
  DRAFT(List.of("change", "activation", "preview", "what-if calculation")),
  /** In force: new footprints are calculated with it. There is one. */
  ACTIVE(List.of("preview", "what-if calculation")),
  /** Was in force; its footprints stay explainable with it. */
  RETIRED(List.of("preview", "what-if calculation"));

  private final List<String> allowed;

  FactorSetState(List<String> allowed) {
    this.allowed = allowed;
  }

  /** What may be done with a set in this state. */
  public List<String> allowed() {
    return allowed;
  }
}
