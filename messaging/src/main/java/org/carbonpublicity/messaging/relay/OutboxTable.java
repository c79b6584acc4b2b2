package org.carbonpublicity.messaging.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.messaging.MessagingConfig;
import org.jspecify.annotations.Nullable;

/** The outbox as the relay sees it; each method is a transaction of its own. */
@ApplicationScoped
class OutboxTable {

  /**
   * Rows get their place in the order in which they are found, and keep it: a crash between sending
   * and deleting sends them again under the same positions. (The identity column would not do: a
   * lower id may be committed after a higher one was sent.)
   */
  private static final String GIVE_POSITIONS =
      """
      with next as (
          select id, sum(events) over (order by id) - events as before
          from (select id, events from outbox where position is null order by id limit 2000) o
      ), placed as (
          update outbox o set position = ? + next.before
          from next where o.id = next.id
          returning o.events
      )
      update outbox_state
      set next_position = next_position + (select coalesce(sum(events), 0) from placed)
      """;

  private static final String NEXT_ROWS =
      """
      select id, position, topic, type, events, headers, traceparent, created_at, body
      from outbox where position is not null order by position limit 2000
      """;

  private final AgroalDataSource dataSource;
  private final ObjectMapper json;
  private final int cycleBytes;

  OutboxTable(AgroalDataSource dataSource, ObjectMapper json, MessagingConfig config) {
    this.dataSource = dataSource;
    this.json = json;
    this.cycleBytes = config.cycleBytes();
  }

  /** The name of this outbox on the wire. */
  @Transactional(TxType.REQUIRES_NEW)
  String incarnation() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select incarnation from outbox_state")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives positions to rows that have none yet; only one relay may be at it. */
  @Transactional(TxType.REQUIRES_NEW)
  void givePositions() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        PreparedStatement give = connection.prepareStatement(GIVE_POSITIONS)) {
      // Locked first and by a statement of its own, so that the next one sees what a former relay
      // may still have placed.
      try (ResultSet row =
          statement.executeQuery("select next_position from outbox_state for update")) {
        row.next();
        give.setLong(1, row.getLong(1));
      }
      give.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows to send next, in order, up to about {@code messaging.relay.cycle-bytes}. */
  @Transactional(TxType.REQUIRES_NEW)
  List<OutboxRow> next() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(NEXT_ROWS)) {
      query.setFetchSize(16);
      List<OutboxRow> rows = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        long bytes = 0;
        while (bytes < cycleBytes && row.next()) {
          OutboxRow next = read(row);
          rows.add(next);
          bytes += next.body().length;
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private OutboxRow read(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong("id"),
        row.getLong("position"),
        row.getString("topic"),
        row.getString("type"),
        row.getInt("events"),
        headers(row.getString("headers")),
        row.getString("traceparent"),
        row.getTimestamp("created_at").toInstant(),
        row.getBytes("body"));
  }

  private Map<String, String> headers(@Nullable String stored) {
    try {
      return stored == null ? Map.of() : json.readValue(stored, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Deletes rows that were acknowledged. */
  @Transactional(TxType.REQUIRES_NEW)
  void delete(List<OutboxRow> rows) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from outbox where id = any (?)")) {
      delete.setArray(
          1, connection.createArrayOf("bigint", rows.stream().map(OutboxRow::id).toArray()));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many events wait, and for how long the oldest has. */
  @Transactional(TxType.REQUIRES_NEW)
  Backlog backlog() {
    String query =
        "select coalesce(sum(events), 0),"
            + " coalesce(extract(epoch from clock_timestamp() - min(created_at)) * 1000, 0)::bigint"
            + " from outbox";
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return new Backlog(row.getLong(1), Duration.ofMillis(Math.max(0, row.getLong(2))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  record Backlog(long pending, Duration oldestAge) {}
}
