package org.carbonpublicity.reporting.jdbc;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on the service's database, in the caller's transaction where there is one. */
@ApplicationScoped
public class Database {

  private final AgroalDataSource dataSource;

  Database(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Work on a connection. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Runs work on the connection of the transaction.
   *
   * @throws DatabaseException with the SQL state of what failed
   */
  public <T extends @Nullable Object> T with(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, arguments);
              ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
              found.add(mapper.map(rows));
            }
            return found;
          }
        });
  }

  /** The first row. */
  public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
    return query(sql, mapper, arguments).stream().findFirst();
  }

  /** A count. */
  public long count(String sql, @Nullable Object... arguments) {
    return first(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  /** Rows changed. */
  public int update(String sql, @Nullable Object... arguments) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
          }
        });
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
