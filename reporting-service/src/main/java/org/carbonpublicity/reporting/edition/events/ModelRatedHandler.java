package org.carbonpublicity.reporting.edition.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.reporting.edition.EditionReceived;
import org.carbonpublicity.reporting.edition.persistence.EditionProgressRepository;
import org.carbonpublicity.reporting.edition.persistence.ModelRatingRepository;
import org.carbonpublicity.reporting.edition.persistence.RatingCopy;
import org.carbonpublicity.reporting.edition.persistence.WithdrawnModelRepository;
import org.carbonpublicity.reporting.edition.persistence.WithdrawnModelRepository.WithdrawnModel;

/**
 * Copies the ratings of models into their edition, notes which models it leaves out, and counts
 * both, in one transaction.
 */
@ApplicationScoped
class ModelRatedHandler implements EventHandler {

  private static final String RATED = "model-rated.v1";

  private final ModelRatingRepository ratings;
  private final WithdrawnModelRepository withdrawals;
  private final EditionProgressRepository progress;
  private final Event<EditionReceived> received;

  ModelRatedHandler(
      ModelRatingRepository ratings,
      WithdrawnModelRepository withdrawals,
      EditionProgressRepository progress,
      Event<EditionReceived> received) {
    this.ratings = ratings;
    this.withdrawals = withdrawals;
    this.progress = progress;
    this.received = received;
  }

  @Override
  public String topic() {
    return Topics.RATINGS;
  }

  @Override
  public Set<String> types() {
    return Set.of(RATED, ModelWithdrawn.TYPE);
  }

  @Override
  public void handle(List<ReceivedEvent> events) {
    // Ascending, so that two instances lock the progress of editions in the same order.
    SortedMap<Integer, Long> counts = new TreeMap<>();
    try {
      // Nearly always one edition; with several, each is copied in a pass of its own, because a
      // connection carries one copy at a time.
      List<ReceivedEvent> remaining = noteWithdrawals(events, counts);
      while (!remaining.isEmpty()) {
        remaining = copyOneEdition(remaining, counts);
      }
      for (Map.Entry<Integer, Long> edition : counts.entrySet()) {
        count(edition.getKey(), edition.getValue());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("ratings were not stored", e);
    }
  }

  /** Notes what is withdrawn; returns the other events, usually all of them. */
  private List<ReceivedEvent> noteWithdrawals(List<ReceivedEvent> events, Map<Integer, Long> counts)
      throws SQLException {
    List<WithdrawnModel> withdrawn = new ArrayList<>();
    for (ReceivedEvent event : events) {
      if (event.type().equals(ModelWithdrawn.TYPE)) {
        withdrawn.add(event.as(ModelWithdrawn.class).checked());
      }
    }
    if (withdrawn.isEmpty()) {
      return events;
    }
    withdrawals.insert(withdrawn);
    withdrawn.forEach(model -> counts.merge(model.edition(), 1L, Long::sum));
    return events.stream().filter(event -> event.type().equals(RATED)).toList();
  }

  /** Copies the events of the first one's edition; returns those of other editions. */
  private List<ReceivedEvent> copyOneEdition(List<ReceivedEvent> events, Map<Integer, Long> counts)
      throws SQLException {
    List<ReceivedEvent> others = new ArrayList<>();
    ModelRatedReader reader = new ModelRatedReader();
    reader.read(events.get(0).payload());
    try (RatingCopy copy = ratings.copy(reader.edition())) {
      copy.add(reader.values());
      for (ReceivedEvent event : events.subList(1, events.size())) {
        reader.read(event.payload());
        if (reader.edition() == copy.edition()) {
          copy.add(reader.values());
        } else {
          others.add(event);
        }
      }
      counts.merge(copy.edition(), copy.finish(), Long::sum);
    }
    return others;
  }

  /** Last, because it holds up the other instances until the commit. */
  private void count(int edition, long rows) throws SQLException {
    if (!progress.count(edition, rows)) {
      throw new InvalidEventException(
          "edition " + edition + " has all of its ratings already; it cannot take another");
    }
    received.fire(new EditionReceived(edition));
  }
}
