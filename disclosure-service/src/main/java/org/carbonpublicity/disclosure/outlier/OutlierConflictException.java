package org.carbonpublicity.disclosure.outlier;

import java.util.List;

/** The state of an outlier does not allow what was to be said of it. */
public final class OutlierConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final OutlierState state;

  OutlierConflictException(OutlierState state, String wanted) {
    super(
        wanted
            + " is not possible: the outlier is "
            + state
            + "; allowed: "
            + (state.allowed().isEmpty() ? "nothing" : String.join(", ", state.allowed())));
    this.state = state;
  }

  /** What may be said instead. */
  public List<String> allowed() {
    return state.allowed();
  }
}
