package org.carbonpublicity.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.carbonpublicity.embedded.PostgresServer.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @TempDir Path directory;

  @Test
  void keepsWhatWasCommittedWhenItIsKilled() throws SQLException {
    int port;
    try (PostgresServer first =
        PostgresServer.start(directory.resolve("postgres"), 0, Durability.DURABLE)) {
      first.createDatabase("demo", "demo", "demo");
      execute(first, "create table kept (n int)");
      execute(first, "insert into kept values (42)");
      port = first.port();

      first.kill();

      assertThat(ProcessHandle.of(first.pid()).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }
    try (PostgresServer second =
        PostgresServer.start(directory.resolve("postgres"), port, Durability.DURABLE)) {
      assertThat(query(second, "select n from kept")).isEqualTo("42");
    }
  }

  @Test
  void isDurableWhenAskedTo() throws SQLException {
    try (PostgresServer server =
        PostgresServer.start(directory.resolve("postgres"), 0, Durability.DURABLE)) {
      server.createDatabase("demo", "demo", "demo");
      server.createDatabase("demo", "demo", "demo");

      assertThat(query(server, "show fsync")).isEqualTo("on");
      assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
    }
  }

  private static void execute(PostgresServer server, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl("demo"), "demo", "demo");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(PostgresServer server, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl("demo"), "demo", "demo");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
