package org.carbonpublicity.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What rating's database and topic tell of the making of an edition. */
final class RatedEditions implements AutoCloseable {

  private static final String TOPIC = "rating.ratings";
  private static final String SELECT =
      """
      select a.activated_at, e.computed_at, e.completed_at, e.rating_events
      from edition e join scheme_activation a on a.number = e.activation
      where e.number = ? and e.completed_at is not null""";

  private final String jdbcUrl;
  private final String user;
  private final KafkaConsumer<String, byte[]> events;

  RatedEditions(String jdbcUrl, String user, String bootstrapServers) {
    this.jdbcUrl = jdbcUrl;
    this.user = user;
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("isolation.level", "read_committed");
    settings.put("max.poll.records", "20000");
    this.events =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        events.partitionsFor(TOPIC).stream()
            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
            .toList();
    events.assign(partitions);
    skip();
  }

  /**
   * One edition that a change of scheme made.
   *
   * @param computing from the activation until all was computed
   * @param telling from then until a consumer had the last of its events
   * @param events how many there were
   */
  record Making(Duration computing, Duration telling, long events) {}

  /** Overlooks what stands on the topic. */
  void skip() {
    Set<TopicPartition> all = new HashSet<>(events.assignment());
    events.seekToEnd(all);
    all.forEach(events::position);
  }

  /**
   * Reads the events of an edition that is being made, and returns when it is complete.
   *
   * @throws IllegalStateException when it is not within the time given
   */
  Making await(int edition, Duration patience) throws SQLException {
    long deadline = System.nanoTime() + patience.toNanos();
    long read = 0;
    Instant last = Instant.EPOCH;
    try (Connection connection = DriverManager.getConnection(jdbcUrl, user, user);
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setInt(1, edition);
      while (System.nanoTime() < deadline) {
        int count = events.poll(Duration.ofMillis(50)).count();
        if (count > 0) {
          read += count;
          last = Instant.now();
          continue;
        }
        try (ResultSet row = select.executeQuery()) {
          if (row.next() && read >= row.getLong(4)) {
            Instant activated = row.getObject(1, OffsetDateTime.class).toInstant();
            Instant computed = row.getObject(2, OffsetDateTime.class).toInstant();
            return new Making(
                Duration.between(activated, computed),
                Duration.between(computed, last),
                row.getLong(4));
          }
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
    throw new IllegalStateException("edition " + edition + " not told after " + patience);
  }

  @Override
  public void close() {
    events.close();
  }
}
