package org.carbonpublicity.disclosure.enterprise.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.carbonpublicity.disclosure.enterprise.EnterpriseNameTakenException;
import org.carbonpublicity.disclosure.http.Problems;
import org.carbonpublicity.disclosure.http.Problems.Fault;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A name stands for one enterprise only, whoever registers it. */
class NameTakenAnswer {

  @ServerExceptionMapper
  public Response taken(EnterpriseNameTakenException e) {
    String message = String.valueOf(e.getMessage());
    return Problems.conflict(
            "enterprise-name-taken", message, List.of(new Fault("name", "taken", message)))
        .toResponse();
  }
}
