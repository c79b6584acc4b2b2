package org.carbonpublicity.rating.edition;

/** What made an edition due. */
public enum EditionTrigger {
  /** One or more publications became complete. */
  PUBLICATION,
  /** Another scheme was put in force. */
  SCHEME_ACTIVATION
}
