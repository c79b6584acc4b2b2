package org.carbonpublicity.assessment.evidence;

/**
 * Grounds on which somebody who is neither an automaker of the enterprise nor an assessor has to do
 * with its evidence. All beans are asked, at each request; one that agrees is enough.
 */
public interface EvidenceReader {

  /**
   * Whether somebody may read an enterprise's evidence now.
   *
   * @param subject of the token
   * @param enterprise code
   */
  boolean mayRead(String subject, String enterprise);

  /** Whether somebody may add to it now. */
  default boolean mayAdd(String subject, String enterprise) {
    return false;
  }
}
