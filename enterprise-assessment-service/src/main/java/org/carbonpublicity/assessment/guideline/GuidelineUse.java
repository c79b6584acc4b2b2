package org.carbonpublicity.assessment.guideline;

/** Whether something rests on a guideline that keeps it from being retired. */
public interface GuidelineUse {

  /** Whether a window of the guideline is open or yet to come. */
  boolean isInUse(String guideline);
}
