package org.carbonpublicity.assessment.carbontarget;

/** Where a checkpoint stands on a day. */
public enum CheckpointStatus {
  /** Neither reported nor due. */
  OPEN,
  ON_TRACK,
  BEHIND,
  OVERDUE,
  /** Was due before the target was published: nothing is missed. */
  WAIVED
}
