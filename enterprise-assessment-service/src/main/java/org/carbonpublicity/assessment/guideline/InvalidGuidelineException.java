package org.carbonpublicity.assessment.guideline;

import java.util.List;
import org.carbonpublicity.assessment.guideline.GuidelineDraft.Violation;

/** A guideline that cannot be one; all that is wrong with it is named. */
public class InvalidGuidelineException extends RuntimeException {

  private final transient List<Violation> violations;

  InvalidGuidelineException(List<Violation> violations) {
    super(violations.size() + " violation(s)");
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
