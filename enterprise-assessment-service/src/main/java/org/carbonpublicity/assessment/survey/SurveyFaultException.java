package org.carbonpublicity.assessment.survey;

import java.util.List;
import org.carbonpublicity.assessment.submission.SubmissionViolation;

/** Something that was to be saved has a wrong form; all that is wrong is named. */
public class SurveyFaultException extends RuntimeException {

  private final transient List<SubmissionViolation> violations;

  SurveyFaultException(List<SubmissionViolation> violations) {
    super(violations.size() + " violation(s)");
    this.violations = List.copyOf(violations);
  }

  public List<SubmissionViolation> violations() {
    return violations;
  }
}
