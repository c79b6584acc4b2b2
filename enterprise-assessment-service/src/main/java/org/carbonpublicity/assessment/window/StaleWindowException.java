package org.carbonpublicity.assessment.window;

/** The window is not the version that the caller expects. */
public class StaleWindowException extends RuntimeException {

  StaleWindowException() {
    super("the window is not as the request expects it");
  }
}
