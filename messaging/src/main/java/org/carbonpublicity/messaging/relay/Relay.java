package org.carbonpublicity.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.carbonpublicity.messaging.MessagingConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds, in order, and deletes only what the broker has acknowledged. One
 * relay is active per service, on whichever instance holds the lock.
 */
@ApplicationScoped
public class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final Duration BACKLOG_EVERY = Duration.ofSeconds(1);

  private final OutboxTable outbox;
  private final RelayLock lock;
  private final MessagingConfig config;
  private final Timer cycles;
  private final Counter sent;
  private final AtomicLong pending = new AtomicLong();
  private final AtomicLong oldestAgeMillis = new AtomicLong();
  private final AtomicBoolean active = new AtomicBoolean();
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private volatile long lastSignOfLife = System.nanoTime();
  private long backlogReadAt = Long.MIN_VALUE;
  private @Nullable EventProducer producer;
  private @Nullable Thread thread;

  Relay(OutboxTable outbox, RelayLock lock, MessagingConfig config, MeterRegistry metrics) {
    this.outbox = outbox;
    this.lock = lock;
    this.config = config;
    cycles = metrics.timer("messaging.relay.cycle");
    sent = metrics.counter("messaging.relay.sent");
    Gauge.builder("messaging.outbox.pending", pending, AtomicLong::get)
        .description("Events in the outbox that are not yet acknowledged by the broker")
        .register(metrics);
    Gauge.builder("messaging.outbox.oldest.age", oldestAgeMillis, age -> age.get() / 1000.0)
        .baseUnit("seconds")
        .description("Age of the oldest of them")
        .register(metrics);
    Gauge.builder("messaging.relay.active", active, a -> a.get() ? 1 : 0)
        .description("1 on the instance that relays, 0 on the others")
        .register(metrics);
  }

  /** Tells the relay that something was committed; cheap, callable from any thread. */
  public void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  /** Starts the loop in a thread of its own. */
  public void start() {
    running = true;
    Thread loop = new Thread(this::loop, "outbox-relay");
    loop.setDaemon(true);
    thread = loop;
    loop.start();
  }

  /** Ends the loop after the cycle at hand. */
  public void stop() {
    running = false;
    wake();
    Thread loop = thread;
    if (loop == null) {
      return;
    }
    try {
      loop.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the loop came round lately; a relay that waits for a broker does. */
  public boolean alive() {
    return System.nanoTime() - lastSignOfLife < config.stalledAfter().toNanos();
  }

  private void loop() {
    while (running) {
      boolean more = false;
      Duration pause = config.relayPause();
      try {
        more = cycle();
      } catch (RuntimeException e) {
        LOG.warnf("event=relay-cycle-failed reason=\"%s\"", rootMessage(e));
        LOG.debug("relay cycle failed", e);
        discardProducer();
        pause = Duration.ofMillis(500);
      }
      lastSignOfLife = System.nanoTime();
      if (!more) {
        await(pause);
      }
    }
    discardProducer();
    lock.release();
  }

  /** Sends what one cycle holds; true when there may be more. */
  private boolean cycle() {
    if (!lock.held()) {
      active.set(false);
      discardProducer();
      measureBacklog();
      return false;
    }
    active.set(true);
    if (producer == null) {
      producer =
          new EventProducer(
              config, "urn:carbonpublicity:" + config.application() + ":" + outbox.incarnation());
    }
    outbox.givePositions();
    measureBacklog();
    List<OutboxRow> rows = outbox.next();
    if (rows.isEmpty()) {
      return false;
    }
    EventProducer current = producer;
    cycles.record(
        () -> {
          current.send(rows);
          outbox.delete(rows);
        });
    sent.increment(rows.stream().mapToInt(OutboxRow::events).sum());
    return true;
  }

  private void measureBacklog() {
    long now = System.nanoTime();
    if (backlogReadAt != Long.MIN_VALUE && now - backlogReadAt < BACKLOG_EVERY.toNanos()) {
      return;
    }
    backlogReadAt = now;
    OutboxTable.Backlog backlog = outbox.backlog();
    pending.set(backlog.pending());
    oldestAgeMillis.set(backlog.oldestAge().toMillis());
  }

  private void await(Duration pause) {
    try {
      if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }

  private void discardProducer() {
    if (producer != null) {
      producer.close();
      producer = null;
    }
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
