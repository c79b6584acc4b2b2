package org.carbonpublicity.rating.publication.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.rating.publication.Publications;

/** Notes of how many footprints a publication consists. */
@ApplicationScoped
class BatchHandler implements EventHandler {

  private final Publications publications;

  BatchHandler(Publications publications) {
    this.publications = publications;
  }

  @Override
  public String topic() {
    return Topics.BATCHES;
  }

  @Override
  public Set<String> types() {
    return Set.of(BatchPublished.TYPE);
  }

  @Override
  public void handle(List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      publications.announce(event.as(BatchPublished.class).checked());
    }
  }
}
