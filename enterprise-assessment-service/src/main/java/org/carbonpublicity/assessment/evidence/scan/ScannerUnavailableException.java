package org.carbonpublicity.assessment.evidence.scan;

import org.jspecify.annotations.Nullable;

/** Nobody can say whether a file is clean. */
public final class ScannerUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ScannerUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
