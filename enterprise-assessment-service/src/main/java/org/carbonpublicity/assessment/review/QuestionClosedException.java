package org.carbonpublicity.assessment.review;

/** The question was answered or withdrawn. */
public class QuestionClosedException extends RuntimeException {

  QuestionClosedException() {
    super("the question was answered or withdrawn");
  }
}
