package org.carbonpublicity.reporting.jdbc;

import java.sql.SQLException;

/** A statement failed; the transaction is lost. */
public class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  static DatabaseException of(SQLException cause) {
    String state = cause.getSQLState() == null ? "" : cause.getSQLState();
    boolean concurrent = state.equals("23505") || state.equals("55P03") || state.startsWith("40");
    return concurrent ? new ConcurrentChangeException(cause) : new DatabaseException(cause);
  }
}
