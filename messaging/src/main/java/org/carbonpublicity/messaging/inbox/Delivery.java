package org.carbonpublicity.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.deadletter.DeadLetters;
import org.carbonpublicity.messaging.relay.Envelope;

/**
 * One transaction per call, begun here and nowhere in the listener: a retry by the listener
 * therefore always has a transaction that is alive.
 */
@ApplicationScoped
class Delivery {

  private final Inbox inbox;
  private final DeadLetters deadLetters;
  private final MeterRegistry metrics;

  Delivery(Inbox inbox, DeadLetters deadLetters, MeterRegistry metrics) {
    this.inbox = inbox;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  /** Claims the events and has those handled that are new and of a type the handler knows. */
  @Transactional(TxType.REQUIRES_NEW)
  Outcome deliver(EventHandler handler, List<ReceivedEvent> events) throws SQLException {
    List<ReceivedEvent> fresh = inbox.claim(events);
    List<ReceivedEvent> known = new ArrayList<>(fresh.size());
    for (ReceivedEvent event : fresh) {
      if (handler.types().contains(event.type())) {
        known.add(event);
      }
    }
    if (!known.isEmpty()) {
      handler.handle(known);
    }
    return new Outcome(fresh, known, events.size() - fresh.size());
  }

  /** Claims an event and puts it aside with the reason. */
  @Transactional(TxType.REQUIRES_NEW)
  void putAside(ConsumedRecord consumed, String reason) throws SQLException {
    ReceivedEvent event = consumed.event();
    if (event != null && inbox.claim(List.of(event)).isEmpty()) {
      return;
    }
    deadLetters.add(consumed.toDeadLetter(reason));
  }

  /** Counts what a committed delivery did; not before, as a rolled back one did nothing. */
  void count(Outcome outcome) {
    Map<String, Integer> handled = new HashMap<>();
    outcome.handled().forEach(event -> handled.merge(event.type(), 1, Integer::sum));
    Map<String, Integer> skipped = new HashMap<>();
    outcome.claimed().forEach(event -> skipped.merge(event.type(), 1, Integer::sum));
    handled.forEach(
        (type, n) -> {
          skipped.merge(type, -n, Integer::sum);
          count(type, "handled", n);
        });
    skipped.forEach((type, n) -> count(type, "skipped", n));
    if (outcome.duplicates() > 0) {
      metrics.counter("messaging.inbox.duplicates").increment(outcome.duplicates());
    }
  }

  void countTombstones(int n) {
    count(Envelope.TOMBSTONE, "skipped", n);
  }

  void countDead(String type) {
    count(type, "dead", 1);
    metrics.counter("messaging.dead.letters").increment();
  }

  private void count(String type, String outcome, int n) {
    if (n > 0) {
      metrics.counter("messaging.events", "type", type, "outcome", outcome).increment(n);
    }
  }

  /**
   * What a delivery did.
   *
   * @param claimed the events that were new
   * @param handled those of them that the handler took
   */
  record Outcome(List<ReceivedEvent> claimed, List<ReceivedEvent> handled, int duplicates) {}
}
