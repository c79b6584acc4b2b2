package org.carbonpublicity.assessment.result;

/** The assessment is not the version that the caller expects. */
public class StaleAssessmentException extends RuntimeException {

  StaleAssessmentException() {
    super("the assessment is not as the request expects it");
  }
}
