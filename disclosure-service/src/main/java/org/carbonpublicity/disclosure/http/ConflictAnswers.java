package org.carbonpublicity.disclosure.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carbonpublicity.disclosure.batch.BatchConflictException;
import org.carbonpublicity.disclosure.form.InvalidFormException;
import org.carbonpublicity.disclosure.model.ImportOutcome;
import org.carbonpublicity.disclosure.model.ImportRefusedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the domain refuses, as problem answers. */
class ConflictAnswers {

  @ServerExceptionMapper
  public Response conflict(BatchConflictException e) {
    String type = "batch-" + e.kind().name().toLowerCase(Locale.ROOT);
    return Problems.conflict(type, String.valueOf(e.getMessage()), List.of()).toResponse();
  }

  @ServerExceptionMapper
  public Response unreadable(InvalidFormException e) {
    boolean large = e.kind() == InvalidFormException.Kind.TOO_LARGE;
    return Problems.rows(
            large ? 413 : 422,
            large ? "body-too-large" : "unreadable-form",
            large ? "The file is too large" : "The file cannot be read as a form",
            String.valueOf(e.getMessage()),
            Map.of(),
            e.faults())
        .toResponse();
  }

  @ServerExceptionMapper
  public Response refused(ImportRefusedException e) {
    ImportOutcome outcome = e.outcome();
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("rowsRead", outcome.rowsRead());
    counts.put("rowsAccepted", 0);
    counts.put("rowsRejected", outcome.rowsRejected());
    counts.put("errorsTotal", outcome.errorsTotal());
    HttpProblem problem =
        Problems.rows(
            422,
            "invalid-rows",
            "Rows are wrong; nothing was stored",
            String.valueOf(e.getMessage()),
            counts,
            outcome.errors());
    return problem.toResponse();
  }
}
