package org.carbonpublicity.reporting.sales.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.reporting.sales.BestSellerTables;
import org.carbonpublicity.reporting.sales.Enterprise;
import org.carbonpublicity.reporting.sales.persistence.EnterpriseRepository;

/**
 * Keeps the enterprises that disclosure registers. A name or merger may come later than the sales
 * and the edition that it concerns, so the best sellers are written again.
 */
@ApplicationScoped
class EnterpriseHandler implements EventHandler {

  private final EnterpriseRepository enterprises;
  private final BestSellerTables tables;

  EnterpriseHandler(EnterpriseRepository enterprises, BestSellerTables tables) {
    this.enterprises = enterprises;
    this.tables = tables;
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
    int edition = tables.lockLatest();
    enterprises.save(latest.values());
    tables.rewrite(edition);
  }
}
