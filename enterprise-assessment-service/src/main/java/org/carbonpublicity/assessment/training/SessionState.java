package org.carbonpublicity.assessment.training;

import java.util.List;

/** Where a session stands, and what can be done. */
public enum SessionState {
  PLANNED("participants", "holding"),
  /** It took place: results are entered, certificates issued. */
  HELD("results", "certificates", "closure"),
  CLOSED();

  private final List<String> allowed;

  SessionState(String... allowed) {
    this.allowed = List.of(allowed);
  }

  /** Last parts of the paths that can be called. */
  public List<String> allowed() {
    return allowed;
  }
}
