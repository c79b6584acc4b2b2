package org.carbonpublicity.disclosure.form.api;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.carbonpublicity.disclosure.form.InvalidFormException;
import org.carbonpublicity.disclosure.http.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A file that is no form. */
class UnreadableFormAnswer {

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
}
