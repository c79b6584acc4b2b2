package org.carbonpublicity.assessment.submission;

import java.util.List;

/** The enterprise's result under the guideline is in a state that no new submission replaces. */
public class ResultStandsException extends RuntimeException {

  private final String state;
  private final transient List<String> allowed;

  public ResultStandsException(
      String enterprise, String guideline, String state, List<String> allowed) {
    super("the result of %s under %s is %s".formatted(enterprise, guideline, state));
    this.state = state;
    this.allowed = List.copyOf(allowed);
  }

  public String state() {
    return state;
  }

  /** What can be done with the result instead. */
  public List<String> allowed() {
    return allowed;
  }
}
