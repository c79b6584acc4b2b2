package org.carbonpublicity.assessment.conflict;

/** What an assessor is assigned to. */
public interface OpenAssignments {

  /**
   * Takes the assessor off what is still open of the enterprise, which is locked: reviews it is
   * assigned to, and appeals in which it ruled.
   */
  void withdraw(String assessor, String enterprise);
}
