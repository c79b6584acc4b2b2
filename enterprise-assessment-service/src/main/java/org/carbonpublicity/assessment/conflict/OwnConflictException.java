package org.carbonpublicity.assessment.conflict;

/** An assessor does not end its own conflict of interest: another one looks at it. */
public class OwnConflictException extends RuntimeException {

  OwnConflictException() {
    super("another assessor has to end your conflict of interest");
  }
}
