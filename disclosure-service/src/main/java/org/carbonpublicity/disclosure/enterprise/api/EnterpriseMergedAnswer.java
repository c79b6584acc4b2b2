package org.carbonpublicity.disclosure.enterprise.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.carbonpublicity.disclosure.enterprise.EnterpriseMergedException;
import org.carbonpublicity.disclosure.http.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** An enterprise that was merged no longer changes. */
class EnterpriseMergedAnswer {

  @ServerExceptionMapper
  public Response merged(EnterpriseMergedException e) {
    return Problems.notNow("enterprise-merged", String.valueOf(e.getMessage()), List.of())
        .toResponse();
  }
}
