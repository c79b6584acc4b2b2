package org.carbonpublicity.rating.improvement;

import org.jspecify.annotations.Nullable;

/** Disclosure does not answer, or not as it should. */
public class DisclosureUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DisclosureUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
