package org.carbonpublicity.assessment.scoring;

/** Which floor of the next better row of the table of stars a result misses. */
public enum BoundBy {
  /** Nothing: the result has the most stars there are. */
  NOTHING,
  SCORE,
  MANDATORY_RATIO,
  SCORE_AND_MANDATORY_RATIO
}
