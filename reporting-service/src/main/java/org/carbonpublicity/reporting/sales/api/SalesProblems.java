package org.carbonpublicity.reporting.sales.api;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.sales.ImportOutcome;
import org.carbonpublicity.reporting.sales.RowsRefusedException;
import org.carbonpublicity.reporting.sales.file.UnreadableFileException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers files that cannot be taken, with all that is wrong with them. */
class SalesProblems {

  @ServerExceptionMapper
  public Response unreadable(UnreadableFileException e) {
    boolean large = e.kind() == UnreadableFileException.Kind.TOO_LARGE;
    return Problems.rows(
            large ? 413 : 422,
            large ? "body-too-large" : "unreadable-file",
            large ? "The file is too large" : "The file cannot be read as a table",
            String.valueOf(e.getMessage()),
            Map.of(),
            e.faults())
        .toResponse();
  }

  @ServerExceptionMapper
  public Response refused(RowsRefusedException e) {
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
