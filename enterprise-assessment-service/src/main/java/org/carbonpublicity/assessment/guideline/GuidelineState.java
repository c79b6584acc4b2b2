package org.carbonpublicity.assessment.guideline;

import java.util.List;

/** Where a guideline stands, and where it can go. */
public enum GuidelineState {
  /** Being written; only assessors see it, and it may still change. */
  DRAFT("activation"),
  /** Published; its text stays as it is, and enterprises answer it. */
  ACTIVE("retirement"),
  /** Not answered any more; what was answered stays. */
  RETIRED();

  private final List<String> transitions;

  GuidelineState(String... transitions) {
    this.transitions = List.of(transitions);
  }

  /** What can be done in this state, as the last part of the path to post to. */
  public List<String> transitions() {
    return transitions;
  }
}
