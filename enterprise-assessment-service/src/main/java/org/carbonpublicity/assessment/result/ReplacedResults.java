package org.carbonpublicity.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.carbonpublicity.assessment.submission.EarlierResults;
import org.carbonpublicity.assessment.submission.ResultPublishedException;

/** A new submission replaces the result of the one before, unless that is published. */
@ApplicationScoped
class ReplacedResults implements EarlierResults {

  private final AssessmentRepository assessments;

  ReplacedResults(AssessmentRepository assessments) {
    this.assessments = assessments;
  }

  @Override
  public void supersede(String enterprise, String guideline) {
    if (assessments.isPublished(enterprise, guideline)) {
      throw new ResultPublishedException(enterprise, guideline);
    }
    assessments.supersede(enterprise, guideline);
  }
}
