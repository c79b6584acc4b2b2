package org.carbonpublicity.rating.edition;

/** What must hold together with an edition. */
public interface EditionFollower {

  /**
   * Called in the transaction that completes an edition, as its last act: what it writes is seen
   * exactly when readers switch. It must be quick, and its failure is the edition's.
   */
  void completed(Edition edition);
}
