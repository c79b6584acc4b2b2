package org.carbonpublicity.rating.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carbonpublicity.rating.publication.persistence.FootprintRepository;
import org.carbonpublicity.rating.publication.persistence.PublicationRepository;
import org.carbonpublicity.rating.publication.persistence.WithdrawalRepository;

/**
 * Collects publications as they arrive. Rows and announcement travel on different topics and come
 * in any order, through several instances at once: rows are counted, never assumed.
 */
@ApplicationScoped
public class Publications {

  private final FootprintRepository footprints;
  private final WithdrawalRepository withdrawals;
  private final PublicationRepository publications;
  private final Event<PublicationCompleted> completed;

  Publications(
      FootprintRepository footprints,
      WithdrawalRepository withdrawals,
      PublicationRepository publications,
      Event<PublicationCompleted> completed) {
    this.footprints = footprints;
    this.withdrawals = withdrawals;
    this.publications = publications;
    this.completed = completed;
  }

  /** Stores footprints and withdrawals and counts them, both in the caller's transaction. */
  public void receive(List<IncomingFootprint> incoming, List<IncomingWithdrawal> withdrawn) {
    if (!incoming.isEmpty()) {
      footprints.copy(incoming);
    }
    if (!withdrawn.isEmpty()) {
      withdrawals.insert(withdrawn);
    }
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    for (IncomingFootprint footprint : incoming) {
      counts.merge(footprint.publication(), 1, Integer::sum);
    }
    for (IncomingWithdrawal withdrawal : withdrawn) {
      counts.merge(withdrawal.publication(), 1, Integer::sum);
    }
    // Counted last, because the row stays locked until the commit; in order, because other
    // instances lock the same rows.
    counts.forEach((publication, count) -> tell(publications.count(publication, count)));
  }

  /** Notes how many footprints and withdrawals a publication consists of. */
  public void announce(PublicationAnnouncement announcement) {
    tell(publications.announce(announcement));
  }

  private void tell(Publication publication) {
    if (publication.isComplete()) {
      completed.fire(new PublicationCompleted(publication.number()));
    }
  }
}
