package org.carbonpublicity.reporting.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers callers without a token, or with one that does not hold. The problem extension would, but
 * asks the server for the challenge in a way that this version of the platform no longer knows.
 */
class SecurityProblems {

  /** Goes before the extension's own mappers. */
  private static final int FIRST = 1;

  @ServerExceptionMapper(value = UnauthorizedException.class, priority = FIRST)
  Response noToken() {
    return unauthorized("This needs a bearer token.");
  }

  @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = FIRST)
  Response invalidToken() {
    return unauthorized("The bearer token is not valid.");
  }

  private static Response unauthorized(String detail) {
    return Response.fromResponse(
            Problems.of(401, "unauthorized", "Unauthorized", detail).toResponse())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }
}
