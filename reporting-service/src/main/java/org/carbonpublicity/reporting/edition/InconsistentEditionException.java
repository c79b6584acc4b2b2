package org.carbonpublicity.reporting.edition;

/** An edition whose rows do not add up to what the rating service says of it: never published. */
public class InconsistentEditionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InconsistentEditionException(String message) {
    super(message);
  }
}
