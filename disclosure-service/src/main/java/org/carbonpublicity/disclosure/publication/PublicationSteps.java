package org.carbonpublicity.disclosure.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.carbonpublicity.audit.Audit;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.notification.Notifications;
import org.carbonpublicity.disclosure.publication.events.PublicationEvents;
import org.carbonpublicity.disclosure.publication.persistence.PublicationRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells of the footprints of accepted batches, in steps: each is one transaction that tells of the
 * next models and remembers how far it came, so that a crash costs one step and doubles nothing.
 * What a batch publishes is the highest revision of each of its models.
 */
@ApplicationScoped
class PublicationSteps {

  private final PublicationRepository repository;
  private final PublicationEvents events;
  private final Audit audit;
  private final Notifications notifications;
  private final Clock clock;
  private final int eventsPerStep;

  PublicationSteps(
      PublicationRepository repository,
      PublicationEvents events,
      Audit audit,
      Notifications notifications,
      Clock clock,
      @ConfigProperty(name = "disclosure.publication.events-per-transaction") int eventsPerStep) {
    this.repository = repository;
    this.events = events;
    this.audit = audit;
    this.notifications = notifications;
    this.clock = clock;
    this.eventsPerStep = eventsPerStep;
  }

  /** Takes the next step; false when there is none to take. */
  @Transactional(TxType.REQUIRES_NEW)
  boolean next() {
    Publication publication = repository.next().orElse(null);
    if (publication == null) {
      return false;
    }
    Told told = events.footprints(publication, eventsPerStep);
    repository.advance(publication, told);
    if (told.models() < eventsPerStep) {
      Instant now = clock.instant();
      repository.finish(publication, now);
      long footprints = publication.told() + told.models();
      events.published(publication, footprints, now);
      notifications.published(publication.batch());
      audit.record(
          "batch-published",
          Batch.subject(publication.batch()),
          Map.of("publication", publication.number(), "footprints", footprints));
    }
    return true;
  }
}
