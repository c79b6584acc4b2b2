package org.carbonpublicity.messaging.deadletter;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.messaging.MessagingConfig;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.OutboxBatch;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.relay.Envelope;
import org.carbonpublicity.messaging.topics.TopicCatalog;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what could not be handled, tells of it on the dead-letter topic, and hands it to its
 * handler again when told to.
 */
@ApplicationScoped
public class DeadLetters {

  private static final String INSERT =
      """
      insert into dead_letter (topic, partition, record_offset, record_time, source, position, type,
          key, event_time, payload, reason, failed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (topic, partition, record_offset, record_time) do nothing
      """;
  private static final String COLUMNS =
      "select id, topic, partition, record_offset, type, key, reason, failed_at, state, redriven_at,"
          + " redriven_by from dead_letter";

  private final AgroalDataSource dataSource;
  private final Outbox outbox;
  private final MessagingConfig config;
  private final Instance<EventHandler> handlers;
  private final Clock clock = Clock.systemUTC();

  DeadLetters(
      AgroalDataSource dataSource,
      Outbox outbox,
      MessagingConfig config,
      @Any Instance<EventHandler> handlers) {
    this.dataSource = dataSource;
    this.outbox = outbox;
    this.config = config;
    this.handlers = handlers;
  }

  /** Keeps a dead letter, in the caller's transaction; one that is kept already changes nothing. */
  public void add(DeadLetter letter) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, letter.topic());
      insert.setInt(2, letter.partition());
      insert.setLong(3, letter.offset());
      insert.setTimestamp(4, Timestamp.from(letter.recordTime()));
      insert.setString(5, letter.source());
      insert.setObject(6, letter.position());
      insert.setString(7, letter.type());
      insert.setString(8, letter.key() == null ? null : letter.key().replace("\0", "\\0"));
      insert.setTimestamp(9, letter.time() == null ? null : Timestamp.from(letter.time()));
      insert.setBytes(10, letter.payload());
      insert.setString(11, letter.reason().replace("\0", "\\0"));
      insert.setTimestamp(12, Timestamp.from(clock.instant()));
      if (insert.executeUpdate() == 0) {
        return;
      }
    }
    tell(letter);
  }

  private void tell(DeadLetter letter) {
    Map<String, String> headers =
        Map.of(
            Envelope.DEAD_REASON,
            letter.reason(),
            Envelope.DEAD_ORIGIN,
            letter.topic() + "/" + letter.partition() + "/" + letter.offset());
    String topic = TopicCatalog.deadLetterTopic(letter.topic(), config.consumer());
    try (OutboxBatch batch =
        outbox.batch(topic, Objects.requireNonNullElse(letter.type(), "unknown"), headers)) {
      byte[] payload = letter.payload() == null ? new byte[0] : letter.payload();
      // What is too large to be told of is still kept.
      if (payload.length <= Outbox.LARGEST_PAYLOAD) {
        batch.addJson(Objects.requireNonNullElse(letter.key(), ""), payload);
      }
    }
  }

  /** The dead letters with ids above {@code after}, oldest first. */
  @Transactional
  public List<KeptDeadLetter> list(long after, int limit) {
    String query = COLUMNS + " where id > ? order by id limit ?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setLong(1, after);
      select.setInt(2, limit);
      List<KeptDeadLetter> letters = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          letters.add(kept(row));
        }
      }
      return letters;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Hands a dead letter to its handler again, in one transaction with its change of state.
   *
   * @return false when it was redriven before
   * @throws NoSuchElementException when there is none of that id
   * @throws InvalidEventException when it still cannot be handled; it stays dead
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean redrive(long id, String actor) {
    try (Connection connection = dataSource.getConnection()) {
      ReceivedEvent event = lockDead(connection, id);
      if (event == null) {
        return false;
      }
      handler(event.topic()).handle(List.of(event));
      try (PreparedStatement update =
          connection.prepareStatement(
              "update dead_letter set state = 'REDRIVEN', redriven_at = ?, redriven_by = ?"
                  + " where id = ?")) {
        update.setTimestamp(1, Timestamp.from(clock.instant()));
        update.setString(2, actor);
        update.setLong(3, id);
        update.executeUpdate();
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable ReceivedEvent lockDead(Connection connection, long id)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from dead_letter where id = ? for update")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new NoSuchElementException("no dead letter " + id);
        }
        if (!row.getString("state").equals("DEAD")) {
          return null;
        }
        String type = row.getString("type");
        if (type == null) {
          throw new InvalidEventException("the record is no event: " + row.getString("reason"));
        }
        return new ReceivedEvent(
            row.getString("topic"),
            row.getInt("partition"),
            row.getLong("record_offset"),
            row.getString("source"),
            row.getLong("position"),
            type,
            row.getString("key"),
            row.getTimestamp("event_time").toInstant(),
            row.getBytes("payload"),
            null);
      }
    }
  }

  private EventHandler handler(String topic) {
    return handlers.stream()
        .filter(handler -> handler.topic().equals(topic))
        .findFirst()
        .orElseThrow(() -> new InvalidEventException("nothing handles " + topic + " any more"));
  }

  private static KeptDeadLetter kept(ResultSet row) throws SQLException {
    Timestamp redrivenAt = row.getTimestamp("redriven_at");
    return new KeptDeadLetter(
        row.getLong("id"),
        row.getString("topic"),
        row.getInt("partition"),
        row.getLong("record_offset"),
        row.getString("type"),
        row.getString("key"),
        row.getString("reason"),
        row.getTimestamp("failed_at").toInstant(),
        row.getString("state"),
        redrivenAt == null ? null : redrivenAt.toInstant(),
        row.getString("redriven_by"));
  }

  /** A dead letter as operators see it; {@code state} is DEAD or REDRIVEN. */
  public record KeptDeadLetter(
      long id,
      String topic,
      int partition,
      long offset,
      @Nullable String type,
      @Nullable String key,
      String reason,
      Instant failedAt,
      String state,
      @Nullable Instant redrivenAt,
      @Nullable String redrivenBy) {}
}
