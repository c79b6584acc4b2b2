package org.carbonpublicity.disclosure.batch.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.DeadlineExtension;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;

/** Tells of the states of batches, in the caller's transaction. */
@ApplicationScoped
public class BatchEvents {

  private final Outbox outbox;

  BatchEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  public void opened(Batch batch, Instant at) {
    append(
        batch.number(),
        BatchOpened.TYPE,
        new BatchOpened(
            batch.number(),
            batch.title(),
            batch.launchFrom(),
            batch.launchTo(),
            batch.feedbackDeadline(),
            at));
  }

  public void reviewStarted(Batch batch, Instant at) {
    append(
        batch.number(),
        ReviewStarted.TYPE,
        new ReviewStarted(batch.number(), batch.models(), batch.feedbackDeadline(), at));
  }

  public void published(BatchPublished event) {
    append(event.batch(), BatchPublished.TYPE, event);
  }

  public void cancelled(Batch batch, String reason, Instant at) {
    append(
        batch.number(),
        BatchCancelled.TYPE,
        new BatchCancelled(batch.number(), batch.title(), reason, at));
  }

  public void reviewClosed(ReviewClosed event) {
    append(event.batch(), ReviewClosed.TYPE, event);
  }

  public void deadlineExtended(DeadlineExtension extension) {
    append(
        extension.batch(),
        DeadlineExtended.TYPE,
        new DeadlineExtended(
            extension.batch(),
            extension.enterprise(),
            extension.previousDeadline(),
            extension.deadline(),
            extension.reason(),
            extension.grantedAt()));
  }

  private void append(int batch, String type, Object payload) {
    outbox.append(Topics.BATCHES, type, String.valueOf(batch), payload);
  }
}
