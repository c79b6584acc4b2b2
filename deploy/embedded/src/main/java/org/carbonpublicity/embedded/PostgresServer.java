package org.carbonpublicity.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server as a child process of this JVM, listening on loopback only.
 *
 * <p>The server process outlives a {@link #kill()} of nothing else: after one, {@link #start} on
 * the same directory recovers from the write-ahead log as a production server would.
 */
public final class PostgresServer implements AutoCloseable {

  /** Whether a commit survives the loss of power, or only tests' patience matters. */
  public enum Durability {
    /** {@code fsync} and {@code synchronous_commit} on, as in production. */
    DURABLE,
    /** Both off: for component tests, whose data dies with them. */
    FAST
  }

  private final EmbeddedPostgres server;
  private final Path dataDirectory;

  private PostgresServer(EmbeddedPostgres server, Path dataDirectory) {
    this.server = server;
    this.dataDirectory = dataDirectory;
  }

  /**
   * Starts a server, initialising the data directory when it holds none yet.
   *
   * @param dataDirectory kept when the server stops; deleting it is the caller's affair. The
   *     server's log is beside it, as {@code <directory>.log}
   * @param port 0 for any free one
   * @throws UncheckedIOException when the binaries cannot be unpacked or the server does not answer
   *     within a minute
   */
  public static PostgresServer start(Path dataDirectory, int port, Durability durability) {
    try {
      Files.createDirectories(dataDirectory);
      Path log = dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log");
      var builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(dataDirectory)
              .setCleanDataDirectory(false)
              // One folder per user: a second user of the machine must not meet the first one's
              // files.
              .setOverrideWorkingDirectory(binariesDirectory().toFile())
              .setPGStartupWait(Duration.ofMinutes(1))
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "256MB")
              .setServerConfig("max_wal_size", "4GB")
              .setServerConfig("wal_buffers", "64MB")
              .setServerConfig("checkpoint_timeout", "15min")
              .setServerConfig("jit", "off")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setErrorRedirector(Redirect.appendTo(log.toFile()))
              .setOutputRedirector(Redirect.appendTo(log.toFile()));
      if (durability == Durability.DURABLE) {
        // The library starts the server with durability off; the last setting on the command line
        // wins.
        builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
      } else {
        builder.setServerConfig("full_page_writes", "off");
      }
      if (port != 0) {
        builder.setPort(port);
      }
      return new PostgresServer(builder.start(), dataDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start in " + dataDirectory, e);
    }
  }

  private static Path binariesDirectory() {
    return Path.of(
        System.getProperty("java.io.tmpdir"),
        "carbon-publicity-postgres-" + System.getProperty("user.name"));
  }

  public int port() {
    return server.getPort();
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  /** Creates a role with that password and a database it owns; does nothing when both exist. */
  public void createDatabase(String database, String role, String password) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
        statement.execute("create role \"" + role + "\" login password '" + password + "'");
      }
      if (!exists(statement, "select 1 from pg_database where datname = '" + database + "'")) {
        statement.execute("create database \"" + database + "\" owner \"" + role + "\"");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("database " + database + " could not be created", e);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /** The process id of the server as the operating system knows it; null once it is gone. */
  public @Nullable Long pid() {
    try {
      Path pidFile = dataDirectory.resolve("postmaster.pid");
      return Files.exists(pidFile) ? Long.valueOf(Files.readAllLines(pidFile).get(0).trim()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the server at once, as a crash would (SIGKILL); returns when it is gone. */
  public void kill() {
    Long pid = pid();
    if (pid == null) {
      return;
    }
    ProcessHandle.of(pid)
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
