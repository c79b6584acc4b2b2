package org.carbonpublicity.local;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * A part ended that nobody ended.
 *
 * @param label the part and, from the second on, the number of the instance
 * @param exitCode empty where the system does not tell it
 */
public record Death(String label, OptionalInt exitCode, Path log, List<String> lastLines) {

  private static final int LINES = 40;

  static Death of(String label, OptionalInt exitCode, Path log) {
    return new Death(label, exitCode, log, LogTail.of(log, LINES));
  }

  /** What happened, where the log is, and its last lines. */
  public String report() {
    String code = exitCode.isPresent() ? " with exit code " + exitCode.getAsInt() : "";
    return "%s ended unexpectedly%s. The last lines of %s:%n  %s"
        .formatted(label, code, log, String.join(System.lineSeparator() + "  ", lastLines));
  }
}
