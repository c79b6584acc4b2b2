package org.carbonpublicity.disclosure.batch.api;

import jakarta.ws.rs.core.Response;
import org.carbonpublicity.disclosure.batch.BatchConflictException;
import org.carbonpublicity.disclosure.http.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a batch does not allow now, with what it allows instead. */
class BatchConflictAnswer {

  @ServerExceptionMapper
  public Response conflict(BatchConflictException e) {
    return Problems.notNow(e.kind().problem(), String.valueOf(e.getMessage()), e.allowed())
        .toResponse();
  }
}
