package org.carbonpublicity.assessment.window;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A guideline is answered in windows, and none of them is open. */
public class NoOpenWindowException extends RuntimeException {

  NoOpenWindowException(String guideline, @Nullable Instant nextOpening) {
    super(
        nextOpening == null
            ? "the last window of %s has closed".formatted(guideline)
            : "the next window of %s opens at %s".formatted(guideline, nextOpening));
  }
}
