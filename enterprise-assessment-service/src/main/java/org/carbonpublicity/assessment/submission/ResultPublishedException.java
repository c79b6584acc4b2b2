package org.carbonpublicity.assessment.submission;

/** The enterprise's result under the guideline is published: it is not answered again. */
public class ResultPublishedException extends RuntimeException {

  public ResultPublishedException(String enterprise, String guideline) {
    super("the result of %s under %s is published".formatted(enterprise, guideline));
  }
}
