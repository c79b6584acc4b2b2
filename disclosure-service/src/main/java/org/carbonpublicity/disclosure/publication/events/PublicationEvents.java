package org.carbonpublicity.disclosure.publication.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
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
    try (OutboxBatch events = outbox.batch(Topics.FOOTPRINTS, FootprintPublished.TYPE);
        OutboxBatch withdrawals = outbox.batch(Topics.FOOTPRINTS, FootprintWithdrawn.TYPE)) {
      return publications.read(
          publication,
          limit,
          (row, enterprise, group) -> {
            if (row.getBoolean("withdrawn")) {
              FootprintWithdrawn withdrawn = withdrawn(publication, row);
              withdrawals.add(withdrawn.modelCode(), withdrawn);
            } else {
              writer.append(events, row, enterprise, group);
            }
          });
    }
  }

  private static FootprintWithdrawn withdrawn(Publication publication, ResultSet row)
      throws SQLException {
    return new FootprintWithdrawn(
        row.getString("model_code"),
        row.getInt("revision"),
        publication.number(),
        publication.batch(),
        row.getString("enterprise"),
        Objects.requireNonNull(publication.correctionReason()),
        row.getString("merged_into"));
  }

  /** Tells that all {@code models} of a batch have been told of. */
  public void published(Publication publication, long models, Instant at) {
    boolean correction = publication.correctionReason() != null;
    long withdrawals = correction ? publications.withdrawals(publication) : 0;
    batches.published(
        new BatchPublished(
            publication.batch(),
            publication.number(),
            publication.title(),
            models - withdrawals,
            withdrawals == 0 ? null : withdrawals,
            correction ? "CORRECTION" : null,
            publication.cutOff(),
            at));
  }
}
