package org.carbonpublicity.local;

import java.nio.file.Path;

/** A part of the platform did not become ready. */
public final class StartFailedException extends RuntimeException {

  private static final int LINES = 40;

  private final transient Path log;

  StartFailedException(String part, String reason, Path log) {
    this(part + " " + reason, log);
  }

  private StartFailedException(String message, Path log) {
    super(message);
    this.log = log;
  }

  /** The same with the end of the part's log, which may be gone when somebody reads this. */
  StartFailedException withLastLines() {
    String newLine = System.lineSeparator();
    String lines = String.join(newLine + "  ", LogTail.of(log, LINES));
    StartFailedException told =
        new StartFailedException(
            getMessage() + ". The last lines of " + log + ":" + newLine + "  " + lines, log);
    told.initCause(this);
    return told;
  }
}
