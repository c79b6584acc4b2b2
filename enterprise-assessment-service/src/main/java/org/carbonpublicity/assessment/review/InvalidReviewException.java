package org.carbonpublicity.assessment.review;

import java.util.List;

/** A request to a review or an appeal that cannot be taken; all that is wrong with it is named. */
public class InvalidReviewException extends RuntimeException {

  private final transient List<Violation> violations;

  InvalidReviewException(List<Violation> violations) {
    super(violations.size() + " violation(s)");
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }

  static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new InvalidReviewException(violations);
    }
  }
}
