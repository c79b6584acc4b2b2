package org.carbonpublicity.reporting.edition.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A {@code COPY} of rows into one edition, in the transaction of its connection. Rows go out in
 * pieces while further ones are still being read, so that the database works at the same time.
 */
public final class RatingCopy implements AutoCloseable {

  private static final int PIECE_BYTES = 1 << 16;

  private final int edition;
  private final Connection connection;
  private final CopyIn copy;
  private final CopyRows rows;
  private long count;

  RatingCopy(int edition, Connection connection) throws SQLException {
    this.edition = edition;
    this.connection = connection;
    this.rows = new CopyRows(edition);
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy %s (edition, %s) from stdin"
                    .formatted(ModelRatingRepository.partition(edition), RatingColumn.sqlList()));
  }

  public int edition() {
    return edition;
  }

  /**
   * Adds a row.
   *
   * @param values by the ordinal of their {@link RatingColumn}
   */
  public void add(@Nullable String[] values) throws SQLException {
    rows.add(values);
    count++;
    if (rows.length() >= PIECE_BYTES) {
      send();
    }
  }

  /**
   * Ends the copy; without this, {@link #close} takes it back.
   *
   * @return number of rows
   */
  public long finish() throws SQLException {
    send();
    copy.endCopy();
    return count;
  }

  private void send() throws SQLException {
    copy.writeToCopy(rows.bytes(), 0, rows.length());
    rows.clear();
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
