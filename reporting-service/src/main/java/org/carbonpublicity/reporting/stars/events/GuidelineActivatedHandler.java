package org.carbonpublicity.reporting.stars.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.reporting.report.persistence.DocumentRepository;
import org.carbonpublicity.reporting.report.persistence.PublishedStateRepository;
import org.carbonpublicity.reporting.stars.StarDocuments;
import org.carbonpublicity.reporting.stars.StarRule;
import org.carbonpublicity.reporting.stars.persistence.GuidelineRepository;
import org.carbonpublicity.reporting.stars.persistence.GuidelineRepository.InForce;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Brings the star rules of the guideline in force into Table 12 of the latest edition. */
@ApplicationScoped
class GuidelineActivatedHandler implements EventHandler {

  private final GuidelineRepository guidelines;
  private final DocumentRepository documents;
  private final PublishedStateRepository state;
  private final ZoneId zone;

  GuidelineActivatedHandler(
      GuidelineRepository guidelines,
      DocumentRepository documents,
      PublishedStateRepository state,
      @ConfigProperty(name = "reporting.zone") ZoneId zone) {
    this.guidelines = guidelines;
    this.documents = documents;
    this.state = state;
    this.zone = zone;
  }

  /** What is read of guideline-activated.v1. */
  private record Payload(@Nullable String guideline, @Nullable List<StarRule> starRules) {}

  @Override
  public String topic() {
    return Topics.GUIDELINES;
  }

  @Override
  public Set<String> types() {
    return Set.of("guideline-activated.v1");
  }

  @Override
  public void handle(List<ReceivedEvent> events) {
    try {
      int latest = state.lock().edition();
      for (ReceivedEvent event : events) {
        Payload activated = event.as(Payload.class);
        if (activated.guideline() == null || activated.starRules() == null) {
          throw new InvalidEventException("guideline-activated.v1 lacks guideline or starRules");
        }
        guidelines.save(activated.guideline(), activated.starRules(), event.time());
      }
      InForce inForce = guidelines.inForce();
      documents.save(latest, List.of(StarDocuments.rules(inForce.rules(), inForce.since(), zone)));
      state.touch();
    } catch (SQLException e) {
      throw new IllegalStateException("the guideline was not stored", e);
    }
  }
}
