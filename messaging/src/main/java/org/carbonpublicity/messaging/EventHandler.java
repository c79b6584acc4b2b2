package org.carbonpublicity.messaging;

import java.util.List;
import java.util.Set;

/**
 * Handles the events of one topic. A service offers one application-scoped bean per topic it
 * consumes; messaging runs a listener for each.
 */
public interface EventHandler {

  /** The topic to listen to. */
  String topic();

  /** The types to handle; other types on the topic are skipped and counted. */
  Set<String> types();

  /**
   * Applies events, in a transaction begun for this call in which they were claimed: duplicates are
   * already left out, and the effect and the claim are committed together or not at all.
   *
   * <p>Events of one partition come in the order of the topic, up to a few thousand a call. When
   * this throws, the transaction is rolled back: faults of the infrastructure are retried for as
   * long as they last; otherwise the call is split until the event at fault stands alone, which
   * goes to the dead letters. A redriven dead letter comes alone and may be older than what was
   * handled before.
   *
   * @throws InvalidEventException for an event that no retry can help
   */
  void handle(List<ReceivedEvent> events);
}
