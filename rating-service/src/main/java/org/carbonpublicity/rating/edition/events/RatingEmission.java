package org.carbonpublicity.rating.edition.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.OutboxBatch;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.rating.edition.Edition;
import org.carbonpublicity.rating.edition.persistence.ChangedRatings;
import org.carbonpublicity.rating.edition.persistence.EditionCauses;
import org.carbonpublicity.rating.edition.persistence.EditionRepository;
import org.carbonpublicity.rating.edition.persistence.WithdrawnModels;
import org.carbonpublicity.rating.publication.persistence.PublicationRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells of an edition: first of every rating that changed, then of every model that it leaves out,
 * at last of its completion.
 */
@ApplicationScoped
public class RatingEmission {

  private final Outbox outbox;
  private final EditionRepository editions;
  private final ChangedRatings ratings;
  private final WithdrawnModels withdrawn;
  private final PublicationRepository publications;
  private final EditionCauses causes;
  private final Clock clock;
  private final int eventsPerTransaction;

  RatingEmission(
      Outbox outbox,
      EditionRepository editions,
      ChangedRatings ratings,
      WithdrawnModels withdrawn,
      PublicationRepository publications,
      EditionCauses causes,
      Clock clock,
      @ConfigProperty(name = "rating.edition.events-per-transaction") int eventsPerTransaction) {
    this.outbox = outbox;
    this.editions = editions;
    this.ratings = ratings;
    this.withdrawn = withdrawn;
    this.publications = publications;
    this.causes = causes;
    this.clock = clock;
    this.eventsPerTransaction = eventsPerTransaction;
  }

  /**
   * Writes the next stretch of events and where it ended, in the caller's transaction: after a
   * crash the next call goes on exactly there.
   *
   * @return whether it was the last stretch; the edition is then complete from the commit on
   */
  public boolean emitNext(Edition edition) {
    long blocks = editions.blocks(edition.number());
    long from = edition.emittedBlocks();
    long to = Math.min(blocks, from + stretch(edition, blocks));
    try (OutboxBatch batch = outbox.batch(Topics.RATINGS, ModelRatedWriter.TYPE)) {
      ModelRatedWriter writer = new ModelRatedWriter(edition.number(), batch);
      ratings.read(edition.number(), from, to, writer::write);
    }
    editions.emitted(edition.number(), to);
    if (to < blocks) {
      return false;
    }
    withdraw(edition);
    complete(edition);
    return true;
  }

  private void withdraw(Edition edition) {
    try (OutboxBatch batch = outbox.batch(Topics.RATINGS, ModelWithdrawn.TYPE)) {
      withdrawn.read(
          edition.number(),
          model -> batch.add(model.modelCode(), ModelWithdrawn.of(edition.number(), model)));
    }
    // In a second pass: a model's tombstone must not come before the event that says why.
    try (OutboxBatch tombstones = outbox.tombstones(Topics.RATINGS)) {
      withdrawn.read(edition.number(), model -> tombstones.addTombstone(model.modelCode()));
    }
  }

  /** So many blocks that about the configured number of events lies in them. */
  private long stretch(Edition edition, long blocks) {
    long stretches = Math.max(1, -Math.floorDiv(-edition.ratingEvents(), eventsPerTransaction));
    return Math.max(1, -Math.floorDiv(-blocks, stretches));
  }

  private void complete(Edition edition) {
    Instant now = clock.instant();
    editions.complete(edition.number(), now);
    outbox.append(
        Topics.EDITIONS,
        EditionCompleted.TYPE,
        Integer.toString(edition.number()),
        EditionCompleted.of(
            edition, publications.batchesUpTo(edition.publication()), causes.of(edition), now));
  }
}
