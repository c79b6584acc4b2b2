package org.carbonpublicity.local;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.carbonpublicity.embedded.PostgresServer;
import org.carbonpublicity.embedded.PostgresServer.Durability;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, durable as in production, with a role and a database for each service. */
final class PostgresProcess implements PartProcess {

  private static final long ORDERLY_END_SECONDS = 20;

  private final Path directory;
  private final int port;
  private volatile @Nullable PostgresServer server;
  private volatile @Nullable ProcessHandle handle;

  PostgresProcess(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  @Override
  public String label() {
    return Part.POSTGRES.label();
  }

  @Override
  public void start() {
    PostgresServer before = server;
    if (before != null) {
      // It holds the lock of the directory in this process, even when the server was killed.
      before.close();
    }
    try {
      PostgresServer started = PostgresServer.start(directory, port, Durability.DURABLE);
      server = started;
      handle = processOf(started);
      for (Part service : Part.SERVICES) {
        String name = service.database();
        started.createDatabase(name, name, name);
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      StartFailedException failure =
          new StartFailedException(label(), "did not start: " + e.getMessage(), log());
      failure.initCause(e);
      throw failure;
    }
  }

  private static @Nullable ProcessHandle processOf(PostgresServer started) {
    Long pid = started.pid();
    return pid == null ? null : ProcessHandle.of(pid).orElse(null);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public boolean isAlive() {
    ProcessHandle current = handle;
    return current != null && current.isAlive();
  }

  @Override
  public ProcessHandle handle() {
    ProcessHandle current = handle;
    if (current == null) {
      throw new IllegalStateException("postgres has not been started");
    }
    return current;
  }

  @Override
  public void kill() {
    PostgresServer current = server;
    if (current != null) {
      current.kill();
    }
  }

  @Override
  public void end() {
    PostgresServer current = server;
    if (current == null) {
      return;
    }
    current.close();
    // At the end of the virtual machine the library's own hook may have been first: then close()
    // returns before the server is gone.
    if (isAlive()) {
      handle().onExit().completeOnTimeout(null, ORDERLY_END_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  @Override
  public OptionalInt exitCode() {
    return OptionalInt.empty();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Path log() {
    return directory.resolveSibling(directory.getFileName() + ".log");
  }
}
