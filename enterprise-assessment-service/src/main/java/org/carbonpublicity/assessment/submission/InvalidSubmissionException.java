package org.carbonpublicity.assessment.submission;

import java.util.List;

/** A submission that cannot be scored; all that is wrong with it is named. */
public class InvalidSubmissionException extends RuntimeException {

  private final transient List<SubmissionViolation> violations;

  InvalidSubmissionException(List<SubmissionViolation> violations) {
    super(violations.size() + " violation(s)");
    this.violations = List.copyOf(violations);
  }

  public List<SubmissionViolation> violations() {
    return violations;
  }
}
