package org.carbonpublicity.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of the platform. Both of its outputs are appended to its log file; its standard input
 * stays open as long as this process lives, so that a child can notice that its parent is gone.
 */
final class ChildProcess {

  private static final long POLL_MILLIS = 25;
  private static final Duration ORDERLY_END = Duration.ofSeconds(20);

  private final String name;
  private final Path log;
  private final long logStart;
  private final Process process;

  private ChildProcess(String name, Path log, long logStart, Process process) {
    this.name = name;
    this.log = log;
    this.logStart = logStart;
    this.process = process;
  }

  /**
   * @param environment added to this process's own
   * @param log appended to, created when missing
   */
  static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      long logStart = Files.exists(log) ? Files.size(log) : 0;
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      return new ChildProcess(name, log, logStart, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " could not be started", e);
    }
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** The exit code; the process must have ended. */
  int exitCode() {
    return process.exitValue();
  }

  /** Runs once, when the process ends for whatever reason. */
  void onExit(Runnable action) {
    process.onExit().thenRun(action);
  }

  /**
   * Waits until the process has written a line that contains the pattern.
   *
   * @throws StartFailedException when the process ends or the time is over before
   */
  Matcher awaitLine(Pattern pattern, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      boolean alive = process.isAlive();
      Optional<Matcher> line = find(pattern);
      if (line.isPresent()) {
        return line.get();
      }
      if (!alive) {
        throw new StartFailedException(name, "ended with exit code " + exitCode(), log);
      }
      if (System.nanoTime() > deadline) {
        throw new StartFailedException(
            name, "was not ready after " + patience.toSeconds() + " s", log);
      }
      pause(POLL_MILLIS);
    }
  }

  private Optional<Matcher> find(Pattern pattern) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(logStart);
      byte[] bytes = new byte[(int) Math.min(1 << 20, file.length() - logStart)];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(pattern::matcher)
          .filter(Matcher::find)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a process", e);
    }
  }

  /** Ends the process at once (SIGKILL), as a crash would; returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Asks the process and its children to end; insists after a while. */
  void end() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(ORDERLY_END.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
  }
}
