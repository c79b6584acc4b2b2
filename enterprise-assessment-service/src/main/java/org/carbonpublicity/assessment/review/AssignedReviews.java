package org.carbonpublicity.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.carbonpublicity.assessment.conflict.OpenAssignments;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.carbonpublicity.assessment.review.persistence.AppealRepository;
import org.carbonpublicity.assessment.review.persistence.ReviewRepository;

/** Takes assessors off reviews and appeals when they turn out to be in conflict. */
@ApplicationScoped
class AssignedReviews implements OpenAssignments {

  private final ReviewRepository reviews;
  private final AppealRepository appeals;
  private final AssessmentRepository assessments;
  private final Clock clock;

  AssignedReviews(
      ReviewRepository reviews,
      AppealRepository appeals,
      AssessmentRepository assessments,
      Clock clock) {
    this.reviews = reviews;
    this.appeals = appeals;
    this.assessments = assessments;
    this.clock = clock;
  }

  @Override
  public void withdraw(String assessor, String enterprise) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (UUID assessment : reviews.openOf(assessor, enterprise)) {
      reviews.remove(assessment, assessor, now);
      assessments.touch(assessment);
    }
    for (UUID assessment : appeals.openRuledBy(assessor, enterprise)) {
      appeals.takeBackRulings(assessment, assessor);
      assessments.touch(assessment);
    }
  }
}
