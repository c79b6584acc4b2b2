package org.carbonpublicity.reporting.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers bodies that are not the JSON they should be with a stable type. */
class JsonProblems {

  private static final int FIRST = 1;

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
    if (given.hasEntity() || given.getStatus() < 400) {
      return given;
    }
    String reason = given.getStatusInfo().getReasonPhrase();
    String type = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    Response.ResponseBuilder answer =
        Response.fromResponse(
            Problems.of(given.getStatus(), type, reason, reason + '.').toResponse());
    String allowed = given.getHeaderString(HttpHeaders.ALLOW);
    return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
  }

  private static Response malformed(JsonProcessingException fault) {
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
}
