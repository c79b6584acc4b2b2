package org.carbonpublicity.messaging.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.deadletter.DeadLetter;
import org.carbonpublicity.messaging.relay.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic and the event in it, if it is one.
 *
 * @param event null when the record is a tombstone, or no event of the platform
 * @param defect why it is none; null for a tombstone
 */
record ConsumedRecord(
    ConsumerRecord<String, byte[]> record, @Nullable ReceivedEvent event, @Nullable String defect) {

  static ConsumedRecord of(ConsumerRecord<String, byte[]> record) {
    if (record.key() != null && record.value() == null) {
      return new ConsumedRecord(record, null, null);
    }
    String source = header(record, Envelope.SOURCE);
    String id = header(record, Envelope.ID);
    String type = header(record, Envelope.TYPE);
    String time = header(record, Envelope.TIME);
    if (source == null || id == null || type == null || time == null) {
      return new ConsumedRecord(record, null, "the record has no CloudEvents headers");
    }
    if (record.key() == null || record.value() == null) {
      return new ConsumedRecord(record, null, "the record has no key or no payload");
    }
    try {
      return new ConsumedRecord(
          record,
          new ReceivedEvent(
              record.topic(),
              record.partition(),
              record.offset(),
              source,
              Long.parseLong(id),
              type,
              record.key(),
              Instant.parse(time),
              record.value(),
              header(record, Envelope.TRACE_PARENT)),
          null);
    } catch (NumberFormatException | DateTimeParseException e) {
      return new ConsumedRecord(
          record, null, "a CloudEvents header is malformed: " + e.getMessage());
    }
  }

  /** Whether it only has the topic forget its key; the event before it said why. */
  boolean isTombstone() {
    return event == null && defect == null;
  }

  /** The event's type, or a word for what has none. */
  String type() {
    return event == null ? "unknown" : event.type();
  }

  DeadLetter toDeadLetter(String reason) {
    return new DeadLetter(
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        event == null ? null : event.source(),
        event == null ? null : event.position(),
        event == null ? null : event.type(),
        record.key(),
        event == null ? null : event.time(),
        record.value(),
        reason);
  }

  private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
