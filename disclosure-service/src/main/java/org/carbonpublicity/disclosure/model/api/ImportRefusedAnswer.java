package org.carbonpublicity.disclosure.model.api;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.model.ImportOutcome;
import org.carbonpublicity.disclosure.model.ImportRefusedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Rows of a form are wrong; all of them are told. */
class ImportRefusedAnswer {

  @ServerExceptionMapper
  public Response refused(ImportRefusedException e) {
    ImportOutcome outcome = e.outcome();
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("rowsRead", outcome.rowsRead());
    counts.put("rowsAccepted", 0);
    counts.put("rowsRejected", outcome.rowsRejected());
    counts.put("errorsTotal", outcome.errorsTotal());
    return Problems.rows(
            422,
            "invalid-rows",
            "Rows are wrong; nothing was stored",
            String.valueOf(e.getMessage()),
            counts,
            outcome.errors())
        .toResponse();
  }
}
