package org.carbonpublicity.assessment.conflict;

/** The same conflict of interest is declared and holds. */
public class DeclaredConflictException extends RuntimeException {

  DeclaredConflictException(String assessor, String enterprise) {
    super("%s is already declared in conflict with %s".formatted(assessor, enterprise));
  }
}
