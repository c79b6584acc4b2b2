package org.carbonpublicity.assessment.review;

/** Where the decision on an item stands, over all assigned assessors. */
public enum Standing {
  /** Somebody has not decided yet. */
  UNDECIDED,
  /** Somebody waits for the enterprise's answer. */
  ASKED,
  /** The assessors decided differently. */
  DISAGREEMENT,
  ACCEPTED,
  REJECTED
}
