package org.carbonpublicity.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A part that is a Java program. */
final class JavaProcess implements PartProcess {

  private final String label;
  private final List<String> command;
  private final Map<String, String> environment;
  private final int port;
  private final Path log;
  private final Consumer<ChildProcess> awaitReady;
  private volatile @Nullable ChildProcess process;

  /**
   * @param awaitReady returns when the process is ready; throws when it will not be
   */
  JavaProcess(
      String label,
      List<String> command,
      Map<String, String> environment,
      int port,
      Path log,
      Consumer<ChildProcess> awaitReady) {
    this.label = label;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.port = port;
    this.log = log;
    this.awaitReady = awaitReady;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public void start() {
    ChildProcess started = ChildProcess.start(label, command, environment, log);
    process = started;
    awaitReady.accept(started);
  }

  @Override
  public boolean isAlive() {
    ChildProcess current = process;
    return current != null && current.isAlive();
  }

  @Override
  public ProcessHandle handle() {
    return started().handle();
  }

  @Override
  public void kill() {
    started().kill();
  }

  @Override
  public void end() {
    ChildProcess current = process;
    if (current != null) {
      current.end();
    }
  }

  @Override
  public OptionalInt exitCode() {
    ChildProcess current = process;
    return current == null || current.isAlive()
        ? OptionalInt.empty()
        : OptionalInt.of(current.exitCode());
  }

  private ChildProcess started() {
    ChildProcess current = process;
    if (current == null) {
      throw new IllegalStateException(label + " has not been started");
    }
    return current;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Path log() {
    return log;
  }
}
