package org.carbonpublicity.disclosure.jdbc;

import java.sql.SQLException;

/** A statement failed; the transaction is lost. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String state;

  DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  /** Another transaction wrote the same key, or holds the row. */
  public boolean isConflict() {
    return state.equals("23505") || state.equals("55P03") || state.startsWith("40");
  }
}
