package org.carbonpublicity.messaging.relay;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which of a service's instances relays: the one whose open transaction holds the advisory lock. It
 * is the transaction's lock (and not the session's), so that it goes with the transaction through
 * any pool; the transaction does nothing else and keeps no snapshot.
 */
@ApplicationScoped
class RelayLock {

  private static final Logger LOG = Logger.getLogger(RelayLock.class);
  private static final long KEY = 0x6f7574626f78L; // "outbox"

  private final AgroalDataSource dataSource;
  private @Nullable Connection holder;

  RelayLock(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whether this instance holds the lock, after trying to get it when it did not. */
  boolean held() {
    try {
      if (holder != null) {
        if (holder.isValid(5)) {
          return true;
        }
        release();
      }
      Connection connection = dataSource.getConnection();
      boolean locked = false;
      try {
        connection.setAutoCommit(false);
        locked = tryLock(connection);
      } finally {
        if (locked) {
          holder = connection;
        } else {
          close(connection);
        }
      }
      return locked;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      query.setLong(1, KEY);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Lets another instance relay. */
  void release() {
    if (holder != null) {
      close(holder);
      holder = null;
    }
  }

  private static void close(Connection connection) {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.debugf("the connection of the relay lock was already gone: %s", e.getMessage());
    }
  }
}
