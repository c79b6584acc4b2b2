package org.carbonpublicity.disclosure.http;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.carbonpublicity.disclosure.jdbc.ConcurrentChangeException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Two requests wanted the same at once, and this one came second. */
class ConcurrentChangeAnswer {

  @ServerExceptionMapper
  public Response second(ConcurrentChangeException e) {
    return Problems.conflict(
            "concurrent-change",
            "another request changed the same at the same time; try again",
            List.of())
        .toResponse();
  }
}
