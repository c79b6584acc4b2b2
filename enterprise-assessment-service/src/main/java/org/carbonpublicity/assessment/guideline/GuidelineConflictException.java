package org.carbonpublicity.assessment.guideline;

/** What was asked for is not possible in the state the guideline is in. */
public class GuidelineConflictException extends RuntimeException {

  private final String code;
  private final GuidelineState state;

  GuidelineConflictException(String code, GuidelineState state, String message) {
    super(message);
    this.code = code;
    this.state = state;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }

  public GuidelineState state() {
    return state;
  }
}
