package org.carbonpublicity.assessment.carbontarget;

import java.util.List;

/** A target breaks rules; all of them are named. */
public final class InvalidTargetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<TargetViolation> violations;

  public InvalidTargetException(List<TargetViolation> violations) {
    super(violations.toString());
    this.violations = List.copyOf(violations);
  }

  public List<TargetViolation> violations() {
    return violations;
  }
}
