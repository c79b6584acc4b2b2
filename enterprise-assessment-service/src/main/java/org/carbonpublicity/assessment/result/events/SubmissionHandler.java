package org.carbonpublicity.assessment.result.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.result.Awards;
import org.carbonpublicity.assessment.result.UnknownSubmissionException;
import org.carbonpublicity.assessment.review.events.ReviewEvents;
import org.carbonpublicity.assessment.submission.events.SubmissionEvents;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.InvalidEventException;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.carbonpublicity.messaging.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Scores submissions when they are received, reviewed, or an appeal about them is decided; nothing
 * else does.
 */
@ApplicationScoped
class SubmissionHandler implements EventHandler {

  private final Awards awards;

  SubmissionHandler(Awards awards) {
    this.awards = awards;
  }

  /** What is read of each of them. */
  private record Payload(@Nullable UUID submission) {}

  @Override
  public String topic() {
    return Topics.SUBMISSIONS;
  }

  @Override
  public Set<String> types() {
    return Set.of(SubmissionEvents.RECEIVED, ReviewEvents.REVIEWED, ReviewEvents.APPEAL_DECIDED);
  }

  @Override
  public void handle(List<ReceivedEvent> events) {
    List<UUID> submissions = new ArrayList<>();
    for (ReceivedEvent event : events) {
      UUID submission = event.as(Payload.class).submission();
      if (submission == null) {
        throw new InvalidEventException(event.type() + " lacks submission");
      }
      submissions.add(submission);
    }
    try {
      awards.score(submissions);
    } catch (UnknownSubmissionException e) {
      throw new InvalidEventException(String.valueOf(e.getMessage()), e);
    }
  }
}
