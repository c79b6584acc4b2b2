package org.carbonpublicity.assessment.conflict.api;

import jakarta.ws.rs.core.Response;
import org.carbonpublicity.assessment.conflict.ConflictOfInterestException;
import org.carbonpublicity.assessment.http.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every request that a conflict of interest forbids, whatever it asks for. */
class ConflictMappers {

  @ServerExceptionMapper
  Response inConflict(ConflictOfInterestException refused) {
    return Problems.forbidden("conflict-of-interest", String.valueOf(refused.getMessage()))
        .toResponse();
  }
}
