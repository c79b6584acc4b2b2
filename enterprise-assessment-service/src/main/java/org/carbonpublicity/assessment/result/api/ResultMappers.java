package org.carbonpublicity.assessment.result.api;

import jakarta.ws.rs.core.Response;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.result.AssessmentStateException;
import org.carbonpublicity.assessment.result.StaleAssessmentException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every deed that comes too late or too early for an assessment. */
class ResultMappers {

  @ServerExceptionMapper
  Response stale(StaleAssessmentException refused) {
    return Problems.preconditionFailed(String.valueOf(refused.getMessage())).toResponse();
  }

  @ServerExceptionMapper
  Response notNow(AssessmentStateException refused) {
    return Problems.conflict(
            "assessment-state",
            String.valueOf(refused.getMessage()),
            refused.state().name(),
            refused.allowed())
        .toResponse();
  }
}
