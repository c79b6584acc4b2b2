package org.carbonpublicity.local.demo;

/**
 * The demo could not be loaded; the message says which call failed and what the platform answered.
 */
public final class DemoFailedException extends RuntimeException {

  DemoFailedException(String message) {
    super(message);
  }

  DemoFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
