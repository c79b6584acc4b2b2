package org.carbonpublicity.local;

import java.nio.file.Path;
import java.util.OptionalInt;

/** One instance of a part: a process that can be started, killed and started again at its place. */
interface PartProcess {

  /** The part and, from the second on, the number of the instance. */
  String label();

  /** Starts it where it was before, on the same port and data; returns when it is ready. */
  void start();

  /** Whether it has been started at all and has not ended. */
  boolean isAlive();

  /** The running process; fails when there is none. */
  ProcessHandle handle();

  /** Ends it at once (SIGKILL), as a crash would; returns when it is gone. */
  void kill();

  /** Ends it in the orderly way; returns when it is gone. */
  void end();

  /** After its end. */
  OptionalInt exitCode();

  int port();

  Path log();
}
