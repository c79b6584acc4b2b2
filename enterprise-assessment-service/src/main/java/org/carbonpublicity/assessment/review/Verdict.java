package org.carbonpublicity.assessment.review;

/** What an assessor says of an answer. */
public enum Verdict {
  ACCEPT,
  REJECT,
  /** Nothing yet: the enterprise is asked first. */
  ASK
}
