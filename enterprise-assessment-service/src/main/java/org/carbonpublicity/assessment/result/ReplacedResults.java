package org.carbonpublicity.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.carbonpublicity.assessment.submission.EarlierResults;
import org.carbonpublicity.assessment.submission.ResultPublishedException;
import org.jspecify.annotations.Nullable;

/** A new submission replaces the result of the one before, unless that is published. */
@ApplicationScoped
class ReplacedResults implements EarlierResults {

  private final AssessmentRepository assessments;

  ReplacedResults(AssessmentRepository assessments) {
    this.assessments = assessments;
  }

  @Override
  public void supersede(String enterprise, String guideline, @Nullable String window) {
    if (assessments.isPublished(enterprise, guideline, window)) {
      throw new ResultPublishedException(enterprise, guideline);
    }
    assessments.supersede(enterprise, guideline, window);
  }
}
