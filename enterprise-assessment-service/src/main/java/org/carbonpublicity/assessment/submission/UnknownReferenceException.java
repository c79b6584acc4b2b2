package org.carbonpublicity.assessment.submission;

/** A submission names a guideline or an enterprise that is not known here. */
public class UnknownReferenceException extends RuntimeException {

  private final String kind;

  UnknownReferenceException(String kind) {
    super("there is no such " + kind);
    this.kind = kind;
  }

  /** What is not known: {@code guideline} or {@code enterprise}; also the field that names it. */
  public String kind() {
    return kind;
  }
}
