package org.carbonpublicity.assessment.review;

/** An assessor that may not do this, since it is not assigned, or was among the reviewers. */
public class WrongAssessorException extends RuntimeException {

  private final String kind;

  private WrongAssessorException(String kind, String message) {
    super(message);
    this.kind = kind;
  }

  static WrongAssessorException notAssigned() {
    return new WrongAssessorException("not-assigned", "you are not assigned to this review");
  }

  static WrongAssessorException reviewer() {
    return new WrongAssessorException(
        "reviewer-of-assessment", "whoever reviewed an assessment does not decide its appeal");
  }

  /** {@code not-assigned} or {@code reviewer-of-assessment}. */
  public String kind() {
    return kind;
  }
}
