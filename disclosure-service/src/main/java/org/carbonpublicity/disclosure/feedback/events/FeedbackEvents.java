package org.carbonpublicity.disclosure.feedback.events;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;

/** Tells of feedback, in the caller's transaction. */
@ApplicationScoped
public class FeedbackEvents {

  private final Outbox outbox;

  FeedbackEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  public void applied(FeedbackApplied event) {
    outbox.append(Topics.BATCHES, FeedbackApplied.TYPE, String.valueOf(event.batch()), event);
  }
}
