package org.carbonpublicity.assessment.result;

/** Where an assessment stands. */
public enum AssessmentState {
  /** Scored from the answers; only the enterprise and assessors see it. */
  AWARDED,
  /** Assessors decide item by item. */
  IN_REVIEW,
  /** The assessors are agreed; it is about to be scored again. */
  REVIEWED,
  /** Scored as reviewed; the enterprise confirms or appeals until the response deadline. */
  SHARED,
  /** The enterprise disputes rejected items. */
  APPEALED,
  /** The appeal is decided; it is about to be scored again. */
  DECIDED,
  /** The enterprise agrees, or kept silent. */
  CONFIRMED,
  /** Scored as decided on appeal; there is no further one. */
  FINAL,
  /** Members see score and stars. */
  PUBLISHED,
  /** A later submission of the enterprise counts instead. */
  SUPERSEDED
}
