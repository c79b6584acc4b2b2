package org.carbonpublicity.reporting.stars.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.Topics;
import org.carbonpublicity.reporting.report.persistence.DocumentRepository;
import org.carbonpublicity.reporting.report.persistence.PublishedStateRepository;
import org.carbonpublicity.reporting.stars.AssessmentResult;
import org.carbonpublicity.reporting.stars.StarDocuments;
import org.carbonpublicity.reporting.stars.persistence.AssessmentResultRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Brings published results into Tables 1 and 2 of the latest edition. */
@ApplicationScoped
class StarsPublishedHandler implements EventHandler {

  private final AssessmentResultRepository results;
  private final DocumentRepository documents;
  private final PublishedStateRepository state;
  private final ZoneId zone;

  StarsPublishedHandler(
      AssessmentResultRepository results,
      DocumentRepository documents,
      PublishedStateRepository state,
      @ConfigProperty(name = "reporting.zone") ZoneId zone) {
    this.results = results;
    this.documents = documents;
    this.state = state;
    this.zone = zone;
  }

  /** What is read of stars-published.v1. */
  private record Payload(
      @Nullable String enterprise,
      @Nullable String enterpriseName,
      @Nullable BigDecimal score,
      @Nullable Integer scoreRounded,
      @Nullable Integer stars,
      @Nullable Instant publishedAt) {

    AssessmentResult toResult(Instant eventTime) {
      if (enterprise == null
          || enterpriseName == null
          || score == null
          || scoreRounded == null
          || stars == null) {
        throw new InvalidEventException(
            "stars-published.v1 lacks enterprise, enterpriseName, score, scoreRounded or stars");
      }
      Instant at = publishedAt == null ? eventTime : publishedAt;
      return new AssessmentResult(enterprise, enterpriseName, score, scoreRounded, stars, at);
    }
  }

  @Override
  public String topic() {
    return Topics.STARS;
  }

  @Override
  public Set<String> types() {
    return Set.of("stars-published.v1");
  }

  @Override
  public void handle(List<ReceivedEvent> events) {
    try {
      int latest = state.lock().edition();
      for (ReceivedEvent event : events) {
        results.save(event.as(Payload.class).toResult(event.time()));
      }
      documents.save(latest, StarDocuments.results(results.all(), zone));
      state.touch();
    } catch (SQLException e) {
      throw new IllegalStateException("published stars were not stored", e);
    }
  }
}
