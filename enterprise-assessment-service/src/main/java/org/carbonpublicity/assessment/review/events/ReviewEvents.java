package org.carbonpublicity.assessment.review.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;

/**
 * Tells of reviews and appeals under the key of their submission; the enterprise is locked when it
 * does. Which items were rejected or granted stays in the service.
 */
@ApplicationScoped
public class ReviewEvents {

  public static final String REVIEWED = "submission-reviewed.v1";
  public static final String APPEAL_DECIDED = "appeal-decided.v1";

  private final Outbox outbox;

  ReviewEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  record SubmissionReviewed(
      UUID submission,
      UUID assessment,
      String guideline,
      String enterprise,
      String enterpriseName,
      int itemsAccepted,
      int itemsRejected,
      Instant reviewedAt) {}

  record AppealDecided(
      UUID submission,
      UUID assessment,
      String guideline,
      String enterprise,
      String enterpriseName,
      int itemsGranted,
      int itemsUpheld,
      Instant decidedAt) {}

  public void reviewed(Assessment of, int accepted, int rejected, Instant at) {
    outbox.append(
        Topics.SUBMISSIONS,
        REVIEWED,
        of.submission().toString(),
        new SubmissionReviewed(
            of.submission(),
            of.id(),
            of.guideline(),
            of.enterprise(),
            of.enterpriseName(),
            accepted,
            rejected,
            at));
  }

  public void appealDecided(Assessment of, int granted, int upheld, Instant at) {
    outbox.append(
        Topics.SUBMISSIONS,
        APPEAL_DECIDED,
        of.submission().toString(),
        new AppealDecided(
            of.submission(),
            of.id(),
            of.guideline(),
            of.enterprise(),
            of.enterpriseName(),
            granted,
            upheld,
            at));
  }
}
