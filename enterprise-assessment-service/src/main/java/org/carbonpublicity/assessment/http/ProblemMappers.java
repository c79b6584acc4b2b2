package org.carbonpublicity.assessment.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers faults that the framework finds, before a resource is reached, as problems like all
 * others. They stand before the mappers of resteasy-problem, whose 401 does not fit this version of
 * Quarkus and whose JSON faults have no stable type.
 */
class ProblemMappers {

  private static final int FIRST = 1;

  @ServerExceptionMapper(priority = FIRST)
  Response unauthenticated(UnauthorizedException fault) {
    return unauthenticated("a token is needed");
  }

  @ServerExceptionMapper(priority = FIRST)
  Response tokenRefused(AuthenticationFailedException fault) {
    return unauthenticated("the token is not valid");
  }

  @ServerExceptionMapper(priority = FIRST)
  Response forbidden(ForbiddenException fault) {
    return problem(Response.Status.FORBIDDEN, "the token's roles do not allow this").toResponse();
  }

  @ServerExceptionMapper(priority = FIRST)
  Response unknownField(UnrecognizedPropertyException fault) {
    return malformed(fault);
  }

  @ServerExceptionMapper(priority = FIRST)
  Response wrongFormat(InvalidFormatException fault) {
    return malformed(fault);
  }

  @ServerExceptionMapper(priority = FIRST)
  Response wrongShape(MismatchedInputException fault) {
    return malformed(fault);
  }

  @ServerExceptionMapper(priority = FIRST)
  Response notJson(JsonProcessingException fault) {
    return malformed(fault);
  }

  @ServerExceptionMapper(priority = FIRST)
  Response refused(WebApplicationException fault) {
    if (fault.getCause() instanceof JsonProcessingException json) {
      return malformed(json);
    }
    Response given = fault.getResponse();
    Response.StatusType status = given.getStatusInfo();
    if (given.hasEntity() || status.getFamily() == Response.Status.Family.REDIRECTION) {
      return given;
    }
    Response.ResponseBuilder answer =
        Response.fromResponse(problem(status, status.getReasonPhrase()).toResponse());
    String allowed = given.getHeaderString(HttpHeaders.ALLOW);
    return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
  }

  private static Response unauthenticated(String detail) {
    return Response.fromResponse(problem(Response.Status.UNAUTHORIZED, detail).toResponse())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  private static Response malformed(JsonProcessingException fault) {
    for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      // The parser wraps what is thrown while it reads: a body that is too large.
      if (cause instanceof HttpProblem problem) {
        return problem.toResponse();
      }
    }
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return Problems.malformedBody("unknown field " + path(unknown)).toResponse();
    }
    if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Problems.malformedBody(path(mapping) + " has a value of another kind").toResponse();
    }
    return Problems.malformedBody("the body is not JSON of the expected shape").toResponse();
  }

  private static String path(JsonMappingException fault) {
    String path =
        fault.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.length() > 100 ? path.substring(0, 100) + "…" : path;
  }

  private static HttpProblem problem(Response.StatusType status, String detail) {
    String title = status.getReasonPhrase();
    return HttpProblem.builder()
        .withType(
            URI.create("/problems/" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-")))
        .withTitle(title)
        .withStatus(status.getStatusCode())
        .withDetail(detail)
        .build();
  }
}
