package org.carbonpublicity.assessment.conflict;

/** What an assessor is assigned to. */
public interface OpenAssignments {

  /** Takes the assessor off what is still open of the enterprise, which is locked. */
  void withdraw(String assessor, String enterprise);
}
