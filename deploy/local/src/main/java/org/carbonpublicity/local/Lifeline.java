package org.carbonpublicity.local;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Ends the platform's processes when this one is killed without a chance to do so (SIGKILL): a
 * small shell waits for the end of its standard input, then ends what it was told of and removes
 * temporary data. Where there is no {@code /bin/sh} it does nothing.
 */
final class Lifeline implements AutoCloseable {

  private static final Path SHELL = Path.of("/bin/sh");

  /*
   * Lines: "+PID" and "-PID" for a process that came and one that went, "done" for an orderly end.
   * Signals of the terminal are for the launcher, which ends everything itself.
   */
  private static final String WATCH =
      """
      trap '' INT TERM HUP
      pids=' '
      while read -r line; do
        case $line in
          +*) pids="$pids${line#+} " ;;
          -*) gone=${line#-}; kept=' '
              for pid in $pids; do [ "$pid" = "$gone" ] || kept="$kept$pid "; done
              pids=$kept ;;
          done) exit 0 ;;
        esac
      done
      for pid in $pids; do kill -TERM "$pid" 2>/dev/null; done
      for second in 1 2 3 4 5 6 7 8 9 10; do
        alive=
        for pid in $pids; do kill -0 "$pid" 2>/dev/null && alive=yes; done
        [ -n "$alive" ] || break
        sleep 1
      done
      for pid in $pids; do kill -KILL "$pid" 2>/dev/null; done
      [ -z "$1" ] || { sleep 1; rm -rf "$1"; }
      """;

  private final @Nullable OutputStream orders;

  private Lifeline(@Nullable OutputStream orders) {
    this.orders = orders;
  }

  /**
   * @param temporary a folder to remove, null for none
   */
  static Lifeline start(@Nullable Path temporary) {
    if (!Files.isExecutable(SHELL)) {
      return new Lifeline(null);
    }
    try {
      Process shell =
          new ProcessBuilder(
                  SHELL.toString(),
                  "-c",
                  WATCH,
                  "lifeline",
                  temporary == null ? "" : temporary.toString())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return new Lifeline(shell.getOutputStream());
    } catch (IOException e) {
      // It is a convenience: the platform runs without it.
      return new Lifeline(null);
    }
  }

  void watch(long pid) {
    order("+" + pid);
  }

  void forget(long pid) {
    order("-" + pid);
  }

  private synchronized void order(String line) {
    if (orders == null) {
      return;
    }
    try {
      orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      orders.flush();
    } catch (IOException e) {
      // The shell is gone; nothing depends on it.
    }
  }

  @Override
  public void close() {
    order("done");
  }
}
