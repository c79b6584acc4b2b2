package org.carbonpublicity.reporting.edition.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.reporting.edition.CompletedEdition;
import org.carbonpublicity.reporting.edition.EditionReceived;
import org.carbonpublicity.reporting.edition.persistence.EditionProgressRepository;
import org.jspecify.annotations.Nullable;

/** Learns how many ratings an edition consists of. May well come before the last of them. */
@ApplicationScoped
class EditionCompletedHandler implements EventHandler {

  private final EditionProgressRepository progress;
  private final Event<EditionReceived> received;

  EditionCompletedHandler(EditionProgressRepository progress, Event<EditionReceived> received) {
    this.progress = progress;
    this.received = received;
  }

  /** What is read of edition-completed.v1. */
  private record Payload(
      @Nullable Integer edition,
      @Nullable Integer previousEdition,
      @Nullable Long models,
      @Nullable Long ratingEvents,
      @Nullable LocalDate cutOff,
      @Nullable Instant completedAt) {

    CompletedEdition toCompletedEdition() {
      if (edition == null || models == null || ratingEvents == null || completedAt == null) {
        throw new InvalidEventException(
            "edition-completed.v1 lacks edition, models, ratingEvents or completedAt");
      }
      int previous = previousEdition == null ? 0 : previousEdition;
      if (edition < 1 || previous < 0 || previous >= edition || models < 0 || ratingEvents < 0) {
        throw new InvalidEventException("edition-completed.v1 has impossible numbers");
      }
      return new CompletedEdition(edition, previous, models, ratingEvents, cutOff, completedAt);
    }
  }

  @Override
  public String topic() {
    return Topics.EDITIONS;
  }

  @Override
  public Set<String> types() {
    return Set.of("edition-completed.v1");
  }

  @Override
  public void handle(List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      CompletedEdition completed = event.as(Payload.class).toCompletedEdition();
      try {
        if (!progress.expect(completed)) {
          throw new InvalidEventException(
              "edition %d was completed otherwise before, or has more than %d ratings"
                  .formatted(completed.edition(), completed.ratingEvents()));
        }
      } catch (SQLException e) {
        throw new IllegalStateException("edition-completed was not stored", e);
      }
      received.fire(new EditionReceived(completed.edition()));
    }
  }
}
