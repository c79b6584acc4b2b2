package org.carbonpublicity.assessment.survey.form;

/** A file that is no workbook of answers. */
public class UnreadableSheetException extends RuntimeException {

  private final String code;

  UnreadableSheetException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable, for programs. */
  public String code() {
    return code;
  }
}
