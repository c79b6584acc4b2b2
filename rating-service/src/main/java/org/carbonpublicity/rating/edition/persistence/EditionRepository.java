package org.carbonpublicity.rating.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.EditionState;
import org.carbonpublicity.rating.edition.EditionTrigger;
import org.jspecify.annotations.Nullable;

/** The editions and how far they are. */
@ApplicationScoped
public class EditionRepository {

  /** Any number that no other lock of this database has. */
  private static final long LOCK = 0x4564_6974_696f_6eL;

  private static final String SELECT =
      """
      select number, state, trigger, scheme, activation, publication, cut_off, models,
        models_on_sale, models_rated, class_counts, rating_events, emitted_blocks, computed_at,
        completed_at
      from edition\s""";

  private final AgroalDataSource dataSource;

  EditionRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Claims the making of editions until the transaction ends; false while another instance has it.
   */
  public boolean tryLock() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
      rows.next();
      return rows.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the lock of editions could not be asked for", e);
    }
  }

  /** The last edition, complete or not. */
  public Optional<Edition> last() {
    return query("order by number desc limit 1", statement -> {}).stream().findFirst();
  }

  /** The edition that readers see. */
  public Optional<Edition> latest() {
    return query("where state = 'COMPLETED' order by number desc limit 1", statement -> {}).stream()
        .findFirst();
  }

  /** A completed edition. */
  public Optional<Edition> find(int number) {
    return query(
            "where state = 'COMPLETED' and number = ?", statement -> statement.setInt(1, number))
        .stream()
        .findFirst();
  }

  /** Completed editions, newest first, below a number. */
  public List<Edition> before(int number, int limit) {
    return query(
        "where state = 'COMPLETED' and number < ? order by number desc limit ?",
        statement -> {
          statement.setInt(1, number);
          statement.setInt(2, limit);
        });
  }

  /** Size of the edition's table in blocks. */
  public long blocks(int edition) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select pg_relation_size(?::regclass) / current_setting('block_size')::bigint")) {
      statement.setString(1, EditionSql.table(edition));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the size of an edition could not be read", e);
    }
  }

  /** Notes how far the events of an edition have been written. */
  public void emitted(int edition, long blocks) {
    update(
        "update edition set emitted_blocks = ? where number = ?",
        statement -> {
          statement.setLong(1, blocks);
          statement.setInt(2, edition);
        });
  }

  /** Shows the edition to readers, from the commit on. */
  public void complete(int edition, Instant now) {
    update(
        "update edition set state = 'COMPLETED', completed_at = ? where number = ?",
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          statement.setInt(2, edition);
        });
  }

  /** Tells the planner what the newest edition looks like, sooner than the database would. */
  public void analyseLast() {
    Optional<Edition> last = latest();
    if (last.isPresent()) {
      update("analyze " + EditionSql.table(last.get().number()), statement -> {});
    }
  }

  private interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private void update(String sql, Binder binder) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("an edition could not be written", e);
    }
  }

  private List<Edition> query(String condition, Binder binder) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT + condition)) {
      binder.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        List<Edition> editions = new ArrayList<>();
        while (rows.next()) {
          editions.add(edition(rows));
        }
        return editions;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("editions could not be read", e);
    }
  }

  private static Edition edition(ResultSet row) throws SQLException {
    return new Edition(
        row.getInt("number"),
        EditionState.valueOf(row.getString("state")),
        EditionTrigger.valueOf(row.getString("trigger")),
        row.getString("scheme"),
        row.getInt("activation"),
        row.getInt("publication"),
        row.getObject("cut_off", LocalDate.class),
        row.getLong("models"),
        row.getLong("models_on_sale"),
        row.getLong("models_rated"),
        counts(row.getArray("class_counts")),
        row.getLong("rating_events"),
        row.getLong("emitted_blocks"),
        instant(row.getObject("computed_at", OffsetDateTime.class)),
        nullableInstant(row.getObject("completed_at", OffsetDateTime.class)));
  }

  private static List<Long> counts(Array array) throws SQLException {
    return List.of((Long[]) array.getArray());
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  private static @Nullable Instant nullableInstant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
