package org.carbonpublicity.reporting.report.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The row that says which edition readers see. Whoever changes documents holds its lock, so that a
 * change of stars and the switch to a new edition never interleave, on whatever instance.
 */
@ApplicationScoped
public class PublishedStateRepository {

  private static final String READ = "select edition, revision from published_state";

  private final AgroalDataSource dataSource;

  PublishedStateRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The committed state, without waiting for whoever is about to change it. */
  public PublishedState read() throws SQLException {
    return query(READ).orElseThrow();
  }

  /** Locks the state until the caller's transaction ends, waiting for it. */
  public PublishedState lock() throws SQLException {
    return query(READ + " for update").orElseThrow();
  }

  /** Locks the state until the caller's transaction ends; empty when another holds it. */
  public Optional<PublishedState> lockIfFree() throws SQLException {
    return query(READ + " for update skip locked");
  }

  /** Makes an edition the one that readers see, from the caller's commit on. */
  public void publish(int edition) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update published_state set edition = ?, revision = revision + 1")) {
      update.setInt(1, edition);
      update.executeUpdate();
    }
  }

  /** Tells readers, from the caller's commit on, that documents of the latest edition changed. */
  public void touch() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update published_state set revision = revision + 1")) {
      update.executeUpdate();
    }
  }

  private Optional<PublishedState> query(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(new PublishedState(row.getInt(1), row.getLong(2)))
          : Optional.empty();
    }
  }
}
