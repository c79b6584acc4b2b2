package org.carbonpublicity.assessment.guideline;

/** The guideline is not the version that the caller expects. */
public class StaleGuidelineException extends RuntimeException {

  StaleGuidelineException() {
    super("the guideline is not as the request expects it");
  }
}
