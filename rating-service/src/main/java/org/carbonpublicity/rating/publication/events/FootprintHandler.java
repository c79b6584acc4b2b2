package org.carbonpublicity.rating.publication.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.rating.publication.IncomingFootprint;
import org.carbonpublicity.rating.publication.IncomingWithdrawal;
import org.carbonpublicity.rating.publication.Publications;

/** Stores published footprints and withdrawals until their publication is complete. */
@ApplicationScoped
class FootprintHandler implements EventHandler {

  private final Publications publications;

  FootprintHandler(Publications publications) {
    this.publications = publications;
  }

  @Override
  public String topic() {
    return Topics.FOOTPRINTS;
  }

  @Override
  public Set<String> types() {
    return Set.of(FootprintPublished.TYPE, FootprintWithdrawn.TYPE);
  }

  @Override
  public void handle(List<ReceivedEvent> events) {
    List<IncomingFootprint> footprints = new ArrayList<>(events.size());
    List<IncomingWithdrawal> withdrawals = new ArrayList<>();
    for (ReceivedEvent event : events) {
      if (event.type().equals(FootprintWithdrawn.TYPE)) {
        withdrawals.add(event.as(FootprintWithdrawn.class).checked());
      } else {
        footprints.add(event.as(FootprintPublished.class).checked());
      }
    }
    publications.receive(footprints, withdrawals);
  }
}
