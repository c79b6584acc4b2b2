package org.carbonpublicity.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tests' view of the database. */
@ApplicationScoped
class Told {

  private final AgroalDataSource dataSource;

  Told(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What was told under a key, in the order in which it was heard. */
  @Transactional
  List<Long> under(String key) {
    return longs("select value from told where key = ? order by n", key);
  }

  @Transactional
  long outboxRows(String type) {
    return longs("select count(*) from outbox where type = ?", type).get(0);
  }

  @Transactional
  long deadLetters(String key) {
    return longs("select count(*) from dead_letter where key = ?", key).get(0);
  }

  @Transactional
  void run(String sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the connections that wait for a lock with such a statement; answers how many. */
  @Transactional
  long terminateWaiting(String statement) {
    return longs(
            "select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity"
                + " where wait_event_type = 'Lock' and query like ?",
            statement)
        .get(0);
  }

  private List<Long> longs(String query, String parameter) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, parameter);
      List<Long> values = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          values.add(row.getLong(1));
        }
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
