package org.carbonpublicity.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;
import org.carbonpublicity.messaging.relay.Envelope;
import org.carbonpublicity.messaging.relay.Relay;
import org.jspecify.annotations.Nullable;

/**
 * Where a service writes its events, in the transaction that makes them true. What was committed
 * here is sent by the relay, in the order of the rows; what was rolled back never happened.
 *
 * <p>Two transactions that tell of the same key must exclude each other before they append (by
 * locking the row the key stands for), else the order of their events is not defined.
 */
@ApplicationScoped
public class Outbox {

  /** Largest payload in bytes; below the broker's limit of 1 MiB a record, headers included. */
  public static final int LARGEST_PAYLOAD = 900 * 1024;

  private static final Object WAKES_RELAY = new Object();

  private final AgroalDataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final ObjectMapper json;
  private final Relay relay;

  Outbox(
      AgroalDataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      ObjectMapper json,
      Relay relay) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.json = json;
    this.relay = relay;
  }

  /**
   * Appends one event to the caller's transaction.
   *
   * @throws IllegalStateException without a transaction
   * @throws EventTooLargeException when the payload is over {@link #LARGEST_PAYLOAD}
   */
  public void append(String topic, String type, String key, Object payload) {
    try (OutboxBatch batch = batch(topic, type)) {
      batch.add(key, payload);
    }
  }

  /**
   * Appends many events of one type: they are packed into few rows, and memory stays bounded. Close
   * it before the transaction ends.
   *
   * @throws IllegalStateException without a transaction
   */
  public OutboxBatch batch(String topic, String type) {
    return batch(topic, type, null);
  }

  /** The same, with further headers for each event of the batch. */
  public OutboxBatch batch(String topic, String type, @Nullable Map<String, String> headers) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("an event is appended inside a transaction");
    }
    wakeRelayAfterCommit();
    return new OutboxBatch(dataSource, this::serialise, topic, type, serialiseHeaders(headers));
  }

  /**
   * Has a compacted topic forget keys: the batch takes {@link OutboxBatch#addTombstone tombstones}.
   * Append them after the event that says why, since they stand in the order of the batches.
   *
   * @throws IllegalStateException without a transaction
   */
  public OutboxBatch tombstones(String topic) {
    return batch(topic, Envelope.TOMBSTONE);
  }

  private byte[] serialise(Object payload) {
    try {
      return json.writeValueAsBytes(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the payload cannot be written as JSON", e);
    }
  }

  private @Nullable String serialiseHeaders(@Nullable Map<String, String> headers) {
    try {
      return headers == null ? null : json.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the headers cannot be written as JSON", e);
    }
  }

  private void wakeRelayAfterCommit() {
    if (transactions.getResource(WAKES_RELAY) != null) {
      return;
    }
    transactions.putResource(WAKES_RELAY, true);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing is left to write.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              relay.wake();
            }
          }
        });
  }
}
