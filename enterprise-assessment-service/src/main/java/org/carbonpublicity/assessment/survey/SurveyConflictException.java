package org.carbonpublicity.assessment.survey;

/** Something cannot be done with a survey as it is. */
public class SurveyConflictException extends RuntimeException {

  private final String code;

  SurveyConflictException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }
}
