package org.carbonpublicity.disclosure.batch.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.carbonpublicity.disclosure.batch.BatchConflictException;
import org.carbonpublicity.disclosure.http.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a batch does not allow now. */
class BatchConflictAnswer {

  @ServerExceptionMapper
  public Response conflict(BatchConflictException e) {
    String type = "batch-" + e.kind().name().toLowerCase(Locale.ROOT);
    return Problems.conflict(type, String.valueOf(e.getMessage()), List.of()).toResponse();
  }
}
