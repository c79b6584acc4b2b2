package org.carbonpublicity.messaging;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.carbonpublicity.messaging.relay.EventPack;
import org.jspecify.annotations.Nullable;

/**
 * Appends events of one topic and type to the outbox, many to a row. Belongs to one transaction and
 * one thread.
 */
public final class OutboxBatch implements AutoCloseable {

  private static final int PACK_BYTES = 512 * 1024;
  private static final int PACK_EVENTS = 2_000;
  private static final String INSERT =
      "insert into outbox (topic, type, events, headers, traceparent, body)"
          + " values (?, ?, ?, ?, ?, ?)";

  private final AgroalDataSource dataSource;
  private final Function<Object, byte[]> serialiser;
  private final String topic;
  private final String type;
  private final @Nullable String headers;
  private final EventPack.Writer pack = new EventPack.Writer();
  private long count;

  OutboxBatch(
      AgroalDataSource dataSource,
      Function<Object, byte[]> serialiser,
      String topic,
      String type,
      @Nullable String headers) {
    this.dataSource = dataSource;
    this.serialiser = serialiser;
    this.topic = topic;
    this.type = type;
    this.headers = headers;
  }

  /**
   * Adds an event whose payload is written as JSON now.
   *
   * @throws EventTooLargeException when the payload is over {@link Outbox#LARGEST_PAYLOAD}
   */
  public void add(String key, Object payload) {
    addJson(key, serialiser.apply(payload));
  }

  /** Adds an event whose payload is JSON already. */
  public void addJson(String key, byte[] json) {
    addJson(key, json, 0, json.length);
  }

  /** Adds an event whose payload is the JSON in a part of a buffer, which may be used again. */
  public void addJson(String key, byte[] buffer, int offset, int length) {
    Objects.requireNonNull(key, "an event has a key");
    if (length > Outbox.LARGEST_PAYLOAD) {
      throw new EventTooLargeException(type, length, Outbox.LARGEST_PAYLOAD);
    }
    if (pack.count() >= PACK_EVENTS || pack.size() + length > PACK_BYTES) {
      flush();
    }
    pack.add(key, buffer, offset, length);
    count++;
  }

  /** Adds a record without a value; for a batch of {@link Outbox#tombstones}. */
  public void addTombstone(String key) {
    Objects.requireNonNull(key, "a tombstone has a key");
    if (pack.count() >= PACK_EVENTS) {
      flush();
    }
    pack.addTombstone(key);
    count++;
  }

  /** Events added so far. */
  public long count() {
    return count;
  }

  @Override
  public void close() {
    flush();
  }

  private void flush() {
    if (pack.count() == 0) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, topic);
      insert.setString(2, type);
      insert.setInt(3, pack.count());
      insert.setString(4, headers);
      insert.setString(5, traceparent());
      insert.setBytes(6, pack.toBytes());
      insert.executeUpdate();
      pack.reset();
    } catch (SQLException e) {
      throw new IllegalStateException("the outbox could not be written", e);
    }
  }

  private static @Nullable String traceparent() {
    Map<String, String> carrier = new HashMap<>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
    return carrier.get("traceparent");
  }
}
