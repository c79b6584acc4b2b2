package org.carbonpublicity.assessment.result;

import java.util.List;

/** Where an assessment stands, and where it can go. */
public enum AssessmentState {
  /** Scored; only the enterprise and assessors see it. */
  AWARDED("confirmation"),
  /** The enterprise agrees. */
  CONFIRMED("publication"),
  /** Members see it. It stays. */
  PUBLISHED(),
  /** A later submission of the enterprise counts instead. */
  SUPERSEDED();

  private final List<String> transitions;

  AssessmentState(String... transitions) {
    this.transitions = List.of(transitions);
  }

  /** What can be done in this state, as the last part of the path to post to. */
  public List<String> transitions() {
    return transitions;
  }
}
