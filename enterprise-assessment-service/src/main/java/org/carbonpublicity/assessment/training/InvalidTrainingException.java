package org.carbonpublicity.assessment.training;

import java.util.List;

/** What was asked for breaks rules; all that it breaks is named, and nothing was done. */
public final class InvalidTrainingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<TrainingViolation> violations;

  public InvalidTrainingException(List<TrainingViolation> violations) {
    super(violations.toString());
    this.violations = List.copyOf(violations);
  }

  public List<TrainingViolation> violations() {
    return violations;
  }
}
