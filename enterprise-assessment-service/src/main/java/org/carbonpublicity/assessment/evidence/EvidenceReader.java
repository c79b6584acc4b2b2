package org.carbonpublicity.assessment.evidence;

/**
 * Grounds on which somebody who is neither an automaker of the enterprise nor an assessor has to do
 * with its evidence. All beans are asked, at each request; one that agrees is enough.
 */
public interface EvidenceReader {

  /**
   * Whether somebody may read a file now.
   *
   * @param subject of the token
   */
  boolean mayRead(String subject, Evidence evidence);

  /** Whether somebody may add to it now. */
  default boolean mayAdd(String subject, String enterprise) {
    return false;
  }
}
