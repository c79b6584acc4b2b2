package org.carbonpublicity.assessment.window;

/** A window cannot be as somebody wants it, since of what is there already. */
public class WindowConflictException extends RuntimeException {

  private final String code;

  WindowConflictException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }
}
