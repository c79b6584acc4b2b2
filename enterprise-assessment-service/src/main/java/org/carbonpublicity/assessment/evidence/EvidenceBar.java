package org.carbonpublicity.assessment.evidence;

/**
 * Grounds that keep an assessor away from an enterprise. All beans are asked, at each request; one
 * that objects is enough.
 */
public interface EvidenceBar {

  /**
   * Whether an assessor must have nothing to do with the enterprise now.
   *
   * @param subject of the token
   * @param enterprise code
   */
  boolean isBarred(String subject, String enterprise);
}
