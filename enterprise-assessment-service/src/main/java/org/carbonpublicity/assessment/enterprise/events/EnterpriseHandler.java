package org.carbonpublicity.assessment.enterprise.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.carbonpublicity.assessment.enterprise.Enterprise;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.Topics;

/** Keeps the enterprises that disclosure registers. */
@ApplicationScoped
class EnterpriseHandler implements EventHandler {

  private final EnterpriseRepository enterprises;

  EnterpriseHandler(EnterpriseRepository enterprises) {
    this.enterprises = enterprises;
  }

  @Override
  public String topic() {
    return Topics.ENTERPRISES;
  }

  @Override
  public Set<String> types() {
    return Set.of(EnterpriseRegistered.TYPE);
  }

  @Override
  public void handle(List<ReceivedEvent> events) {
    TreeMap<String, Enterprise> latest = new TreeMap<>();
    for (ReceivedEvent event : events) {
      Enterprise enterprise = event.as(EnterpriseRegistered.class).checked();
      latest.merge(
          enterprise.code(),
          enterprise,
          (one, other) -> one.revision() > other.revision() ? one : other);
    }
    // By code, as everywhere: who takes several of these locks takes them in one order.
    enterprises.save(latest.values());
  }
}
