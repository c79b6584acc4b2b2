package org.carbonpublicity.assessment.conflict;

/** An assessor is in conflict of interest with the enterprise it would have to do with. */
public class ConflictOfInterestException extends RuntimeException {

  public ConflictOfInterestException(String assessor, String enterprise) {
    super("%s is in conflict of interest with %s".formatted(assessor, enterprise));
  }
}
