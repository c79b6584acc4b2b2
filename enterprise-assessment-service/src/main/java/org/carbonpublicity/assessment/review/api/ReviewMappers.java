package org.carbonpublicity.assessment.review.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.review.IncompleteException;
import org.carbonpublicity.assessment.review.InvalidReviewException;
import org.carbonpublicity.assessment.review.QuestionClosedException;
import org.carbonpublicity.assessment.review.Violation;
import org.carbonpublicity.assessment.review.WrongAssessorException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what reviews and appeals refuse. */
class ReviewMappers {

  @ServerExceptionMapper
  Response invalid(InvalidReviewException refused) {
    return Problems.unprocessable(
            "invalid-review", "The review does not take this", faults(refused.violations()))
        .toResponse();
  }

  @ServerExceptionMapper
  Response incomplete(IncompleteException refused) {
    return Problems.conflict(
            "incomplete-review",
            String.valueOf(refused.getMessage()),
            refused.state().name(),
            refused.allowed(),
            faults(refused.missing()))
        .toResponse();
  }

  @ServerExceptionMapper
  Response wrongAssessor(WrongAssessorException refused) {
    return Problems.forbidden(refused.kind(), String.valueOf(refused.getMessage())).toResponse();
  }

  @ServerExceptionMapper
  Response closed(QuestionClosedException refused) {
    return Problems.conflict(
            "question-closed", String.valueOf(refused.getMessage()), "CLOSED", List.of())
        .toResponse();
  }

  private static List<Fault> faults(List<Violation> violations) {
    return violations.stream()
        .map(violation -> new Fault(violation.field(), violation.code(), violation.message()))
        .toList();
  }
}
