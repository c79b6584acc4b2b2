package org.carbonpublicity.reporting.jdbc;

import java.sql.SQLException;

/** Another transaction wrote the same key, or holds the row. Doing all of it again may help. */
public final class ConcurrentChangeException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  ConcurrentChangeException(SQLException cause) {
    super(cause);
  }
}
