package org.carbonpublicity.assessment.submission.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;

/** Tells of submissions. */
@ApplicationScoped
public class SubmissionEvents {

  public static final String RECEIVED = "submission-received.v1";

  private final Outbox outbox;

  SubmissionEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record SubmissionReceived(
      UUID submission,
      String guideline,
      String enterprise,
      String enterpriseName,
      Instant submittedAt) {}

  public void received(Submission submission) {
    outbox.append(
        Topics.SUBMISSIONS,
        RECEIVED,
        submission.id().toString(),
        new SubmissionReceived(
            submission.id(),
            submission.guideline(),
            submission.enterprise(),
            submission.enterpriseName(),
            submission.submittedAt()));
  }
}
