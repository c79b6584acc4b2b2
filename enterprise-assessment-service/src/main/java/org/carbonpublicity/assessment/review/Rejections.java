package org.carbonpublicity.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.carbonpublicity.assessment.result.RejectedItems;
import org.carbonpublicity.assessment.review.persistence.AppealRepository;
import org.carbonpublicity.assessment.review.persistence.ReviewRepository;

/** What completed reviews and decided appeals leave rejected. */
@ApplicationScoped
class Rejections implements RejectedItems {

  private final ReviewRepository reviews;
  private final AppealRepository appeals;

  Rejections(ReviewRepository reviews, AppealRepository appeals) {
    this.reviews = reviews;
    this.appeals = appeals;
  }

  @Override
  public Set<String> of(UUID assessment) {
    Set<String> rejected = new TreeSet<>(reviews.rejected(assessment));
    appeals
        .find(assessment)
        .filter(appeal -> appeal.decidedAt() != null)
        .ifPresent(appeal -> rejected.removeAll(appeal.granted()));
    return rejected;
  }
}
