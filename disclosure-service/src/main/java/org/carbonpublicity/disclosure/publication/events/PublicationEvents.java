package org.carbonpublicity.disclosure.publication.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.carbonpublicity.disclosure.batch.events.BatchEvents;
import org.carbonpublicity.disclosure.batch.events.BatchPublished;
import org.carbonpublicity.disclosure.publication.Publication;
import org.carbonpublicity.disclosure.publication.Told;
import org.carbonpublicity.disclosure.publication.persistence.PublicationRepository;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.OutboxBatch;
import org.carbonpublicity.messaging.Topics;

/** Tells of the footprints of a batch and then of the batch, in the caller's transaction. */
@ApplicationScoped
public class PublicationEvents {

  private final Outbox outbox;
  private final BatchEvents batches;
  private final PublicationRepository publications;

  PublicationEvents(Outbox outbox, BatchEvents batches, PublicationRepository publications) {
    this.outbox = outbox;
    this.batches = batches;
    this.publications = publications;
  }

  /** Tells of the next models, as many as the limit. */
  public Told footprints(Publication publication, int limit) {
    FootprintPublished writer = new FootprintPublished(publication.number());
    try (OutboxBatch events = outbox.batch(Topics.FOOTPRINTS, FootprintPublished.TYPE)) {
      return publications.read(
          publication,
          limit,
          (row, enterprise, group) -> writer.append(events, row, enterprise, group));
    }
  }

  public void published(Publication publication, long footprints, Instant at) {
    batches.published(
        new BatchPublished(
            publication.batch(),
            publication.number(),
            publication.title(),
            footprints,
            publication.cutOff(),
            at));
  }
}
