package org.carbonpublicity.assessment.submission;

import org.carbonpublicity.assessment.guideline.GuidelineState;

/** The guideline is not answered: it is still written, or is answered no more. */
public class GuidelineNotActiveException extends RuntimeException {

  private final GuidelineState state;

  GuidelineNotActiveException(String guideline, GuidelineState state) {
    super("guideline %s is %s".formatted(guideline, state));
    this.state = state;
  }

  public GuidelineState state() {
    return state;
  }
}
