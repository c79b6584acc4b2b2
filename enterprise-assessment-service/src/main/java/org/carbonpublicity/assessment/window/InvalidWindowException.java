package org.carbonpublicity.assessment.window;

import java.util.List;
import org.carbonpublicity.assessment.window.WindowDraft.Violation;

/** A window that cannot be one; all that is wrong with it is named. */
public class InvalidWindowException extends RuntimeException {

  private final transient List<Violation> violations;

  InvalidWindowException(List<Violation> violations) {
    super(violations.size() + " violation(s)");
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
