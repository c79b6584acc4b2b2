package org.carbonpublicity.reporting.edition.persistence;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rows of all editions, one partition each. */
@ApplicationScoped
public class ModelRatingRepository {

  /** Held while a partition is made; a number of our own choice, the same on every instance. */
  private static final long PARTITION_LOCK = 4_071_210_503L;

  private static final String COLUMNS = RatingColumn.sqlList();

  private static final String UNLESS_WITHDRAWN =
      """
      and not exists (select from withdrawn_model w
        where w.edition = %d and w.model_code = former.model_code)""";

  private final AgroalDataSource dataSource;
  private final Set<Integer> known = ConcurrentHashMap.newKeySet();

  ModelRatingRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The name of an edition's partition. */
  static String partition(int edition) {
    return "model_rating_e" + edition;
  }

  /**
   * Makes the partition of an edition where it is missing, in a transaction of its own: the
   * caller's may be long, and no other instance shall wait for it. Attaching, unlike creating in
   * place, keeps the other partitions open to readers and writers.
   */
  public void ensurePartition(int edition) {
    if (known.contains(edition)) {
      return;
    }
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (Connection connection = dataSource.getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + PARTITION_LOCK + ")");
                if (!exists(statement, partition(edition))) {
                  create(statement, edition);
                }
              } catch (SQLException e) {
                throw new IllegalStateException("no partition for edition " + edition, e);
              }
            });
    known.add(edition);
  }

  private static boolean exists(Statement statement, String table) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select to_regclass('" + table + "') is not null")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static void create(Statement statement, int edition) throws SQLException {
    String partition = partition(edition);
    statement.execute("create table " + partition + " (like model_rating including constraints)");
    statement.execute(
        "alter table model_rating attach partition "
            + partition
            + " for values in ("
            + edition
            + ")");
  }

  /** Begins to copy rows into an edition, in the caller's transaction; to be closed there. */
  public RatingCopy copy(int edition) throws SQLException {
    ensurePartition(edition);
    Connection connection = dataSource.getConnection();
    try {
      return new RatingCopy(edition, connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Gives an edition the rows of the previous one for all models that it has no row of and that are
   * not withdrawn in it.
   *
   * @return how many
   */
  public long carryForward(int from, int to) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(
          """
          insert into %2$s (edition, %4$s)
          select %3$d, %4$s from %1$s former
          where not exists (select from %2$s newer where newer.model_code = former.model_code) %5$s
          """
              .formatted(
                  partition(from),
                  partition(to),
                  to,
                  COLUMNS,
                  withdraws(statement, to) ? UNLESS_WITHDRAWN.formatted(to) : ""));
    }
  }

  /** Asked first, so that the statement for a million models stays as it is where none is. */
  private static boolean withdraws(Statement statement, int edition) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select exists (select from withdrawn_model where edition = " + edition + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
