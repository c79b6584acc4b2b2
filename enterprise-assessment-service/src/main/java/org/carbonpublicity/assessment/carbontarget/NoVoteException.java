package org.carbonpublicity.assessment.carbontarget;

/** Who wants to vote has none on this target. */
public final class NoVoteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;

  NoVoteException(String type, String message) {
    super(message);
    this.type = type;
  }

  /** {@code not-on-panel} or {@code expert-barred}. */
  public String type() {
    return type;
  }
}
