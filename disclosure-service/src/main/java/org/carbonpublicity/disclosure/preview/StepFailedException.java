package org.carbonpublicity.disclosure.preview;

import java.util.UUID;

/** A step of a preview failed and was rolled back. */
final class StepFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UUID preview;

  StepFailedException(UUID preview, RuntimeException cause) {
    super("a step of preview " + preview + " failed", cause);
    this.preview = preview;
  }

  UUID preview() {
    return preview;
  }
}
