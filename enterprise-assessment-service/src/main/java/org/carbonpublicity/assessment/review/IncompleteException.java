package org.carbonpublicity.assessment.review;

import java.time.Instant;
import java.util.List;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentState;

/** A review or an appeal is not complete; all that is missing is named. */
public class IncompleteException extends RuntimeException {

  private final AssessmentState state;
  private final transient List<String> allowed;
  private final transient List<Violation> missing;

  IncompleteException(Assessment present, List<Violation> missing, Instant now) {
    super(missing.size() + " thing(s) are missing");
    this.state = present.state();
    this.allowed = present.allowed(now);
    this.missing = List.copyOf(missing);
  }

  public AssessmentState state() {
    return state;
  }

  public List<String> allowed() {
    return allowed;
  }

  public List<Violation> missing() {
    return missing;
  }
}
