package org.carbonpublicity.assessment.result.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.scoring.BoundBy;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.carbonpublicity.messaging.Outbox;
import org.carbonpublicity.messaging.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Tells of stars; the enterprise is locked when it does, so that they are told in order.
 *
 * <p>The topic keeps the latest event of each key. An award that is not published yet must not take
 * the place of the publication before it, which is what members see: it has a key of its own.
 */
@ApplicationScoped
public class StarEvents {

  private static final String AWARDED = "stars-awarded.v1";
  private static final String PUBLISHED = "stars-published.v1";

  /** Behind the code of the enterprise, which is the key of publications. */
  private static final String AWARD = "/awarded";

  private final Outbox outbox;

  StarEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The payload of both events; {@code publishedAt} stands in the second alone. */
  record Stars(
      UUID assessment,
      UUID submission,
      String guideline,
      String enterprise,
      String enterpriseName,
      BigDecimal score,
      int scoreRounded,
      int mandatoryMet,
      int mandatoryItems,
      int bonusMet,
      BigDecimal mandatoryRatioPercent,
      int stars,
      BoundBy boundBy,
      Instant awardedAt,
      @Nullable Instant publishedAt) {

    static Stars of(Assessment assessment) {
      Outcome outcome = assessment.outcome();
      return new Stars(
          assessment.id(),
          assessment.submission(),
          assessment.guideline(),
          assessment.enterprise(),
          assessment.enterpriseName(),
          outcome.score().percent(),
          outcome.score().rounded(),
          outcome.mandatoryMet(),
          outcome.mandatoryItems(),
          outcome.bonusMet(),
          outcome.mandatoryRatio().percent(),
          outcome.award().stars(),
          outcome.award().boundBy(),
          assessment.awardedAt(),
          assessment.publishedAt());
    }
  }

  public void awarded(Assessment assessment) {
    outbox.append(Topics.STARS, AWARDED, assessment.enterprise() + AWARD, Stars.of(assessment));
  }

  public void published(Assessment assessment) {
    outbox.append(Topics.STARS, PUBLISHED, assessment.enterprise(), Stars.of(assessment));
  }
}
