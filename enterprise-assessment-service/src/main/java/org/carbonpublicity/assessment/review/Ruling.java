package org.carbonpublicity.assessment.review;

/** What is decided on a disputed item. */
public enum Ruling {
  /** The rejection stands. */
  UPHOLD,
  /** The item is met after all. */
  GRANT
}
