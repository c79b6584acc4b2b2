package org.carbonpublicity.assessment.submission;

/** Where a submission stands. */
public enum SubmissionState {
  /** Not scored yet. */
  RECEIVED,
  /** There is an assessment of it. */
  SCORED,
  /** A later submission of the enterprise to the same guideline counts instead. */
  SUPERSEDED
}
