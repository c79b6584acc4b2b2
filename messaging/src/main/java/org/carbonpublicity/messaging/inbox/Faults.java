package org.carbonpublicity.messaging.inbox;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.carbonpublicity.messaging.InvalidEventException;

/** Tells faults of the infrastructure, which pass, from faults of an event, which do not. */
final class Faults {

  /*
   * Classes of SQLSTATE: connection, transaction rollback (serialization, deadlock), resources,
   * operator intervention (shutdown, starting up), system error; object in use (lock not available).
   */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58", "55");

  private Faults() {}

  /** Whether trying again later, as often as needed, is the right answer. */
  static boolean passes(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidEventException) {
        return false;
      }
      if (cause instanceof SQLException sql) {
        return sql instanceof SQLTransientException
            || sql instanceof SQLRecoverableException
            || sql.getSQLState() == null
            || PASSING.contains(sql.getSQLState().substring(0, 2));
      }
      if (cause instanceof SystemException || cause instanceof IOException) {
        return true;
      }
    }
    // A commit that failed without telling why: the connection was lost.
    return fault instanceof RollbackException && fault.getCause() == null;
  }

  /** Whether the event itself says that no retry helps. */
  static boolean isFinal(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidEventException) {
        return true;
      }
    }
    return false;
  }

  /** A short reason for people, without a stack trace. */
  static String reason(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null && !(root instanceof InvalidEventException)) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? "" : ": " + root.getMessage();
    return root.getClass().getSimpleName() + message;
  }
}
