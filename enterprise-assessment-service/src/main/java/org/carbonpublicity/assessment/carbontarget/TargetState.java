package org.carbonpublicity.assessment.carbontarget;

/** Where a target stands on a day. */
public enum TargetState {
  COMMITTED,
  SUBMITTED,
  VALIDATED,
  /** Published, and no checkpoint reported or missed so far. */
  PUBLISHED,
  /** The latest reported checkpoint is on the path or below it. */
  ON_TRACK,
  /** The latest reported checkpoint is above the path. */
  BEHIND,
  /** Not submitted within the year of the commitment, or a checkpoint was not reported in time. */
  OVERDUE,
  WITHDRAWN
}
