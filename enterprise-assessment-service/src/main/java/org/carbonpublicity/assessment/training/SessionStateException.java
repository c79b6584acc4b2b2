package org.carbonpublicity.assessment.training;

/** What was asked for cannot be done in the state the session is in. */
public final class SessionStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SessionState state;

  public SessionStateException(SessionState state, String action) {
    super("a session that is " + state + " takes no " + action);
    this.state = state;
  }

  public SessionState state() {
    return state;
  }
}
