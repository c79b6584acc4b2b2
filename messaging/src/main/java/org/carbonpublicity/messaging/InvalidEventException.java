package org.carbonpublicity.messaging;

/**
 * An event that can never be handled as it is (malformed, or against a rule that no retry changes):
 * it goes to the dead letters without a retry.
 */
public class InvalidEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidEventException(String message) {
    super(message);
  }

  public InvalidEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
