package org.carbonpublicity.assessment.survey;

/** The answer is not the version that the caller expects: somebody else has saved it. */
public class StaleAnswerException extends RuntimeException {

  public StaleAnswerException(String item) {
    super("the answer to %s is not as the request expects it".formatted(item));
  }
}
