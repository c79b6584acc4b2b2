package org.carbonpublicity.embedded.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Another service as a test plays it: sends events in the platform's envelope (CloudEvents 1.0,
 * binary mode) and reads what was sent.
 */
public final class TestEvents implements AutoCloseable {

  private final String bootstrapServers;
  private final String source = "urn:carbonpublicity:test:" + UUID.randomUUID();
  private final AtomicLong position = new AtomicLong();
  private final KafkaProducer<String, byte[]> producer;

  public TestEvents(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "5"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Sends one event as the next of this source, and waits until the broker has it. */
  public long send(String topic, String type, String key, String json) {
    long id = position.incrementAndGet();
    await(sendAt(topic, type, key, json, id));
    return id;
  }

  /** Sends an event again under the position it had: what a relay does after a crash. */
  public void resend(String topic, String type, String key, String json, long id) {
    await(sendAt(topic, type, key, json, id));
  }

  /** Sends many events of one type, without waiting for each. */
  public void sendAll(String topic, String type, List<KeyedJson> events) {
    List<Future<?>> sent = new ArrayList<>();
    for (KeyedJson event : events) {
      sent.add(sendAt(topic, type, event.key(), event.json(), position.incrementAndGet()));
    }
    sent.forEach(TestEvents::await);
  }

  /** Sends bytes that are no event at all; null for a tombstone. */
  public void sendRaw(String topic, @Nullable String key, byte @Nullable [] value) {
    await(producer.send(new ProducerRecord<>(topic, key, value)));
  }

  private Future<?> sendAt(String topic, String type, String key, String json, long id) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
    header(message, "ce_specversion", "1.0");
    header(message, "ce_id", Long.toString(id));
    header(message, "ce_source", source);
    header(message, "ce_type", type);
    header(message, "ce_time", Instant.now().toString());
    header(message, "content-type", "application/json");
    return producer.send(message);
  }

  private static void header(ProducerRecord<?, ?> message, String name, String value) {
    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void await(Future<?> sent) {
    try {
      sent.get();
    } catch (Exception e) {
      throw new IllegalStateException("the event was not accepted by the broker", e);
    }
  }

  /** All committed events that the topic holds now, in the order of its partitions. */
  public List<SentEvent> read(String topic) {
    return read(topic, event -> true);
  }

  /**
   * The wanted ones of them: a topic holds what all tests of a run have sent, and need not find
   * room in memory.
   */
  public List<SentEvent> read(String topic, Predicate<SentEvent> wanted) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<SentEvent> events = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
          SentEvent event = sentEvent(message);
          if (wanted.test(event)) {
            events.add(event);
          }
        }
      }
      return events;
    }
  }

  private static SentEvent sentEvent(ConsumerRecord<String, byte[]> message) {
    Map<String, String> headers = new java.util.HashMap<>();
    for (Header header : message.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    byte[] value = message.value();
    return new SentEvent(
        message.topic(),
        message.partition(),
        message.offset(),
        headers.get("ce_type"),
        message.key(),
        value == null ? null : new String(value, StandardCharsets.UTF_8),
        headers);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  /** A payload and its key. */
  public record KeyedJson(String key, String json) {}

  /** An event as it stands on the broker; {@code json} is null for a tombstone. */
  public record SentEvent(
      String topic,
      int partition,
      long offset,
      @Nullable String type,
      @Nullable String key,
      @Nullable String json,
      Map<String, String> headers) {}
}
