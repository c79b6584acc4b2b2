package org.carbonpublicity.assessment.result;

/** Why an assessment was scored; for each cause once. */
public enum ScoringCause {
  SUBMISSION,
  REVIEW,
  APPEAL
}
