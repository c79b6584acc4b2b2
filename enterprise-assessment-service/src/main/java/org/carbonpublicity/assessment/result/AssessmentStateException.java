package org.carbonpublicity.assessment.result;

/** What was asked for is not possible in the state the assessment is in. */
public class AssessmentStateException extends RuntimeException {

  private final AssessmentState state;

  AssessmentStateException(AssessmentState state, AssessmentState needed) {
    super("the assessment is %s; it would have to be %s".formatted(state, needed));
    this.state = state;
  }

  public AssessmentState state() {
    return state;
  }
}
