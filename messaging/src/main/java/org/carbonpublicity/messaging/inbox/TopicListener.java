package org.carbonpublicity.messaging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.MessagingConfig;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the topic of one handler, in a thread of its own: takes what the topic has, delivers
 * it in few transactions, retries while the infrastructure fails and puts aside what cannot be
 * handled.
 */
final class TopicListener {

  private static final Logger LOG = Logger.getLogger(TopicListener.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int TRIES = 3;

  private final EventHandler handler;
  private final Delivery delivery;
  private final DeliveryTrace trace;
  private final MessagingConfig config;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean running;
  private volatile long lastSignOfLife = System.nanoTime();
  private @Nullable Thread thread;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  TopicListener(
      EventHandler handler, Delivery delivery, DeliveryTrace trace, MessagingConfig config) {
    this.handler = handler;
    this.delivery = delivery;
    this.trace = trace;
    this.config = config;
  }

  void start() {
    running = true;
    Thread loop = new Thread(this::loop, "listener-" + handler.topic());
    loop.setDaemon(true);
    thread = loop;
    loop.start();
  }

  void stop() {
    running = false;
    stopped.countDown();
    KafkaConsumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    Thread loop = thread;
    if (loop == null) {
      return;
    }
    try {
      loop.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String topic() {
    return handler.topic();
  }

  /** Whether the loop came round lately; one that waits for broker or database does. */
  boolean alive() {
    return System.nanoTime() - lastSignOfLife < config.stalledAfter().toNanos();
  }

  private void loop() {
    while (running) {
      try (KafkaConsumer<String, byte[]> kafka =
          new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer = kafka;
        kafka.subscribe(List.of(handler.topic()));
        while (running) {
          lastSignOfLife = System.nanoTime();
          take(kafka);
        }
      } catch (WakeupException e) {
        LOG.debugf("listener of %s is stopping", handler.topic());
      } catch (RuntimeException e) {
        // Whatever went wrong with the client: a new one starts from the committed offsets, and
        // the inbox knows what had taken effect.
        LOG.warnf(
            "event=listener-restarts topic=%s reason=\"%s\"", handler.topic(), Faults.reason(e));
        pause(Duration.ofMillis(500));
      }
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = config.clientSettings();
    settings.put("group.id", config.application() + "." + handler.topic());
    settings.put("client.id", config.application() + "." + handler.topic());
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    settings.put("max.poll.records", Integer.toString(config.pollRecords()));
    settings.put("fetch.max.bytes", "16777216");
    settings.put("max.partition.fetch.bytes", "4194304");
    // A killed instance's partitions go to the others after this.
    settings.put("session.timeout.ms", "6000");
    settings.put("heartbeat.interval.ms", "2000");
    settings.put("max.poll.interval.ms", "600000");
    return settings;
  }

  private void take(KafkaConsumer<String, byte[]> kafka) {
    ConsumerRecords<String, byte[]> records = kafka.poll(POLL);
    if (records.isEmpty()) {
      return;
    }
    List<ConsumedRecord> consumed = new ArrayList<>(records.count());
    records.forEach(record -> consumed.add(ConsumedRecord.of(record)));
    try {
      process(consumed);
    } catch (PassingFaultException e) {
      LOG.warnf(
          "event=delivery-waits topic=%s reason=\"%s\"",
          handler.topic(), Faults.reason(e.getCause() == null ? e : e.getCause()));
      rewind(kafka, records);
      pause(Duration.ofMillis(500));
      return;
    }
    try {
      kafka.commitSync(Duration.ofSeconds(10));
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      // Taken again by whoever owns the partition now; the inbox knows it.
      LOG.infof(
          "event=offsets-not-committed topic=%s reason=\"%s\"", handler.topic(), e.getMessage());
    }
  }

  /** Goes back to the first of these records, in partitions that are still ours. */
  private static void rewind(
      KafkaConsumer<String, byte[]> kafka, ConsumerRecords<String, byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      if (kafka.assignment().contains(partition)) {
        ConsumerRecord<String, byte[]> first = records.records(partition).get(0);
        kafka.seek(partition, first.offset());
      }
    }
  }

  private void process(List<ConsumedRecord> consumed) {
    List<ConsumedRecord> events = new ArrayList<>(consumed.size());
    int tombstones = 0;
    for (ConsumedRecord record : consumed) {
      if (record.isTombstone()) {
        tombstones++;
      } else if (record.event() == null) {
        putAside(record, record.defect() == null ? "no event" : record.defect());
      } else {
        events.add(record);
      }
    }
    delivery.countTombstones(tombstones);
    if (!events.isEmpty()) {
      deliver(events);
    }
  }

  /** Delivers all; when that fails, halves until the record at fault stands alone. */
  private void deliver(List<ConsumedRecord> records) {
    Throwable fault = tryDelivery(records);
    if (fault == null) {
      return;
    }
    if (records.size() > 1) {
      int middle = records.size() / 2;
      deliver(records.subList(0, middle));
      deliver(records.subList(middle, records.size()));
      return;
    }
    ConsumedRecord alone = records.get(0);
    for (int tries = 1; tries < TRIES && !Faults.isFinal(fault); tries++) {
      pause(Duration.ofMillis(100L << tries));
      fault = tryDelivery(records);
      if (fault == null) {
        return;
      }
    }
    LOG.errorf(
        fault,
        "event=dead-letter topic=%s type=%s key=%s",
        handler.topic(),
        alone.type(),
        alone.record().key());
    putAside(alone, Faults.reason(fault));
  }

  private @Nullable Throwable tryDelivery(List<ConsumedRecord> records) {
    List<ReceivedEvent> events = new ArrayList<>(records.size());
    for (ConsumedRecord record : records) {
      if (record.event() != null) {
        events.add(record.event());
      }
    }
    try {
      delivery.count(
          trace.around(handler.topic(), events, () -> delivery.deliver(handler, events)));
      return null;
    } catch (Exception e) {
      if (Faults.passes(e)) {
        throw new PassingFaultException(e);
      }
      return e;
    }
  }

  private void putAside(ConsumedRecord record, String reason) {
    try {
      delivery.putAside(record, reason);
      delivery.countDead(record.type());
    } catch (Exception e) {
      // Not even that could be written: the database fails, whatever it says.
      throw new PassingFaultException(e);
    }
  }

  /** Waits, or less when the listener is told to stop. */
  private void pause(Duration duration) {
    try {
      if (stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        running = false;
      }
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }

  /** The infrastructure fails; the same records will be taken again. */
  private static final class PassingFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PassingFaultException(Throwable cause) {
      super(cause);
    }
  }
}
