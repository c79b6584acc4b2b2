package org.carbonpublicity.disclosure.footprint;

import java.util.List;

/** A factor set breaks rules; all of them are named. */
public final class InvalidFactorSetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  InvalidFactorSetException(List<Violation> violations) {
    super(violations.size() + " fault(s)");
    this.violations = List.copyOf(violations);
  }

  /**
   * One thing that is wrong.
   *
   * @param field {@code title}, or {@code factors[grid].unit}
   * @param code stable
   */
  public record Violation(String field, String code, String message) {}

  public List<Violation> violations() {
    return violations;
  }
}
