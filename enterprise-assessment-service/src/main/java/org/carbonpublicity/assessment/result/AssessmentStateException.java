package org.carbonpublicity.assessment.result;

import java.time.Instant;
import java.util.List;

/** What was asked for is not possible where the assessment stands. */
public class AssessmentStateException extends RuntimeException {

  private final AssessmentState state;
  private final transient List<String> allowed;

  /** Says that {@code deed} is not possible now. */
  public AssessmentStateException(Assessment present, String deed, Instant now) {
    this(present, deed, "the assessment is " + present.state(), now);
  }

  public AssessmentStateException(Assessment present, String deed, String why, Instant now) {
    super("%s is not possible: %s".formatted(deed, why));
    this.state = present.state();
    this.allowed = present.allowed(now);
  }

  public AssessmentState state() {
    return state;
  }

  /** What is possible, as {@link Assessment#allowed}. */
  public List<String> allowed() {
    return allowed;
  }
}
