package org.carbonpublicity.rating.scheme;

import java.util.List;

/** A scheme breaks rules; all of them are told at once. */
public final class InvalidSchemeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Never serialised.
  private final List<SchemeViolation> violations;

  public InvalidSchemeException(List<SchemeViolation> violations) {
    super(violations.toString());
    this.violations = List.copyOf(violations);
  }

  public List<SchemeViolation> violations() {
    return violations;
  }
}
