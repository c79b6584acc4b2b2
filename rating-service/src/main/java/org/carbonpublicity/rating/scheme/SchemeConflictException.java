package org.carbonpublicity.rating.scheme;

/** The scheme is not in a state that allows what was asked. */
public final class SchemeConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Cause {
    /** It is or was in force. */
    USED,
    /** It is not what the writer expected. */
    PRECONDITION_FAILED,
    /** Somebody else created it at the same moment. */
    CONCURRENT,
    /** It may not be put in force today. */
    NOT_VALID
  }

  private final Cause kind;

  public SchemeConflictException(Cause kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Cause kind() {
    return kind;
  }
}
