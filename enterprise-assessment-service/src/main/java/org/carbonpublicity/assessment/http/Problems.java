package org.carbonpublicity.assessment.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;

/** The problem answers of this service (RFC 9457); their types are stable. */
public final class Problems {

  private Problems() {}

  /** One thing that is wrong with a request. */
  public record Fault(String field, String code, String message) {}

  public static HttpProblem unknownQueryParameters(List<Fault> faults) {
    return builder(Status.BAD_REQUEST, "unknown-query-parameter", "Unknown query parameter")
        .with("errors", faults)
        .build();
  }

  public static HttpProblem invalidParameter(Fault fault) {
    return builder(Status.BAD_REQUEST, "invalid-parameter", "Invalid parameter")
        .withDetail(fault.message())
        .with("errors", List.of(fault))
        .build();
  }

  public static HttpProblem malformedBody(String detail) {
    return builder(Status.BAD_REQUEST, "malformed-body", "Malformed request body")
        .withDetail(detail)
        .build();
  }

  public static HttpProblem forbidden(String type, String detail) {
    return builder(Status.FORBIDDEN, type, "Forbidden").withDetail(detail).build();
  }

  public static HttpProblem notFound(String type, String detail) {
    return builder(Status.NOT_FOUND, type, "Not found").withDetail(detail).build();
  }

  /** A conflict with what is there. */
  public static HttpProblem conflict(String type, String detail) {
    return builder(Status.CONFLICT, type, "Conflict").withDetail(detail).build();
  }

  /** A conflict with the state something is in. */
  public static HttpProblem conflict(
      String type, String detail, String state, List<String> allowed) {
    return builder(Status.CONFLICT, type, "Conflict")
        .withDetail(detail)
        .with("state", state)
        .with("allowed", allowed)
        .build();
  }

  /** The same, where several things stand against it. */
  public static HttpProblem conflict(
      String type, String detail, String state, List<String> allowed, List<Fault> faults) {
    return builder(Status.CONFLICT, type, "Conflict")
        .withDetail(detail)
        .with("state", state)
        .with("allowed", allowed)
        .with("errors", faults)
        .build();
  }

  /** Something that is needed cannot be reached; nothing has happened. */
  public static HttpProblem unavailable(String type, String detail) {
    return builder(Status.SERVICE_UNAVAILABLE, type, "Service unavailable")
        .withDetail(detail)
        .withHeader("Retry-After", "30")
        .build();
  }

  public static HttpProblem preconditionFailed(String detail) {
    return builder(Status.PRECONDITION_FAILED, "precondition-failed", "Precondition failed")
        .withDetail(detail)
        .build();
  }

  public static HttpProblem bodyTooLarge(long bytes) {
    return builder(Status.REQUEST_ENTITY_TOO_LARGE, "body-too-large", "Body too large")
        .withDetail("a body has at most %d bytes".formatted(bytes))
        // What is still on its way is not worth reading.
        .withHeader("Connection", "close")
        .build();
  }

  public static HttpProblem unprocessable(String type, String title, List<Fault> faults) {
    return unprocessable(type, title)
        .withDetail(faults.size() + " fault(s)")
        .with("errors", faults)
        .build();
  }

  /**
   * Rows of a file that are wrong.
   *
   * @param errors row, column, code, message and value of each fault
   */
  public static HttpProblem unprocessableRows(
      String type, String title, int count, List<?> errors) {
    return unprocessable(type, title)
        .withDetail(count + " fault(s)")
        .with("errors", errors)
        .build();
  }

  public static HttpProblem unprocessable(String type, String title, String detail) {
    return unprocessable(type, title).withDetail(detail).build();
  }

  private static HttpProblem.Builder unprocessable(String type, String title) {
    return HttpProblem.builder()
        .withType(URI.create("/problems/" + type))
        .withTitle(title)
        .withStatus(422);
  }

  private static HttpProblem.Builder builder(Status status, String type, String title) {
    return HttpProblem.builder()
        .withType(URI.create("/problems/" + type))
        .withTitle(title)
        .withStatus(status);
  }
}
