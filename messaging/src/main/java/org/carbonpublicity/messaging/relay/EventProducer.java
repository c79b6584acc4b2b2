package org.carbonpublicity.messaging.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.carbonpublicity.messaging.MessagingConfig;

/**
 * Sends the rows of one relay cycle in one Kafka transaction: a reader sees all of them, in their
 * order, or none.
 *
 * <p>Why a transaction and not only an idempotent producer: when a batch times out, an idempotent
 * producer may still deliver the ones behind it, and a consumer that keeps a high-water mark would
 * then take the missing events, sent again, for duplicates. A transaction leaves no such gap, and
 * its id shuts out a former relay that does not know yet that it was replaced.
 */
final class EventProducer implements AutoCloseable {

  private final KafkaProducer<String, byte[]> kafka;
  private final String source;

  EventProducer(MessagingConfig config, String source) {
    this.source = source;
    Map<String, Object> settings = config.clientSettings();
    settings.put("client.id", config.application() + "-relay");
    settings.put("transactional.id", config.application() + "-outbox");
    settings.put("transaction.timeout.ms", "15000");
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("compression.type", "lz4");
    settings.put("linger.ms", "5");
    settings.put("batch.size", "131072");
    settings.put("buffer.memory", "33554432");
    settings.put("max.block.ms", "10000");
    settings.put("request.timeout.ms", "5000");
    settings.put("delivery.timeout.ms", "12000");
    this.kafka = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    try {
      kafka.initTransactions();
    } catch (RuntimeException e) {
      kafka.close(Duration.ZERO);
      throw e;
    }
  }

  /** Sends all events of the rows and returns when the broker has acknowledged every one. */
  void send(List<OutboxRow> rows) {
    kafka.beginTransaction();
    for (OutboxRow row : rows) {
      send(row);
    }
    // Flushes, and throws when any send failed.
    kafka.commitTransaction();
  }

  private void send(OutboxRow row) {
    Header specVersion = header(Envelope.SPEC_VERSION, "1.0");
    Header from = header(Envelope.SOURCE, source);
    Header type = header(Envelope.TYPE, row.type());
    Header time = header(Envelope.TIME, row.createdAt().toString());
    Header content = header(Envelope.CONTENT_TYPE, "application/json");
    Header trace =
        row.traceparent() == null ? null : header(Envelope.TRACE_PARENT, row.traceparent());
    List<Header> further =
        row.headers().entrySet().stream().map(e -> header(e.getKey(), e.getValue())).toList();
    EventPack.read(
        row.body(),
        (index, key, payload) -> {
          ProducerRecord<String, byte[]> message = new ProducerRecord<>(row.topic(), key, payload);
          message
              .headers()
              .add(specVersion)
              .add(header(Envelope.ID, Long.toString(row.position() + index)))
              .add(from)
              .add(type)
              .add(time);
          if (payload != null) {
            message.headers().add(content);
          }
          if (trace != null) {
            message.headers().add(trace);
          }
          further.forEach(message.headers()::add);
          // The outcome of each send decides the commit: see commitTransaction.
          var unused = kafka.send(message);
        });
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Gives up at once; an open transaction is aborted by the next relay. */
  @Override
  public void close() {
    kafka.close(Duration.ZERO);
  }
}
