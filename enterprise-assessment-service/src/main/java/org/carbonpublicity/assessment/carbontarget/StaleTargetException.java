package org.carbonpublicity.assessment.carbontarget;

/** The target is not the version that the caller means. */
public final class StaleTargetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StaleTargetException() {
    super("the target has changed since");
  }
}
