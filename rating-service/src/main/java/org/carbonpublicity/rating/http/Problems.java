package org.carbonpublicity.rating.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problem answers of this service (RFC 9457); their types are stable. */
public final class Problems {

  private Problems() {}

  /** One thing that is wrong with a request. */
  public record Fault(String field, String code, String message) {}

  public static HttpProblem unknownQueryParameters(List<Fault> faults) {
    return build(
        Status.BAD_REQUEST, "unknown-query-parameter", "Unknown query parameter", null, faults);
  }

  public static HttpProblem invalidParameter(Fault fault) {
    return build(
        Status.BAD_REQUEST,
        "invalid-parameter",
        "Invalid parameter",
        fault.message(),
        List.of(fault));
  }

  /**
   * A parameter's value; null where the request has none.
   *
   * @throws HttpProblem 400, when it is none of the known ones
   */
  public static @Nullable String oneOf(
      String parameter, @Nullable String value, List<String> known) {
    if (value != null && !known.contains(value)) {
      throw invalidParameter(
          new Fault(parameter, "invalid", parameter + " is one of " + String.join(", ", known)));
    }
    return value;
  }

  public static HttpProblem malformedBody(String detail) {
    return build(Status.BAD_REQUEST, "malformed-body", "Malformed request body", detail, List.of());
  }

  /**
   * @param limit in bytes
   */
  static HttpProblem bodyTooLarge(long limit) {
    return build(
        Status.REQUEST_ENTITY_TOO_LARGE,
        "body-too-large",
        "Body too large",
        "a body has at most " + limit + " bytes",
        List.of());
  }

  public static HttpProblem notFound(String type, String detail) {
    return build(Status.NOT_FOUND, type, "Not found", detail, List.of());
  }

  public static HttpProblem conflict(String type, String detail, List<Fault> faults) {
    return build(Status.CONFLICT, type, "Conflict", detail, faults);
  }

  public static HttpProblem preconditionFailed(String detail) {
    return build(
        Status.PRECONDITION_FAILED,
        "precondition-failed",
        "Precondition failed",
        detail,
        List.of());
  }

  public static HttpProblem unprocessable(String type, String title, List<Fault> faults) {
    return HttpProblem.builder()
        .withType(URI.create("/problems/" + type))
        .withTitle(title)
        .withStatus(422)
        .withDetail(faults.size() + " fault(s)")
        .with("errors", faults)
        .build();
  }

  /** Another part of the platform does not answer. */
  public static HttpProblem unavailable(String type, String detail, int retryAfterSeconds) {
    return HttpProblem.builder()
        .withType(URI.create("/problems/" + type))
        .withTitle("Service unavailable")
        .withStatus(Status.SERVICE_UNAVAILABLE)
        .withDetail(detail)
        .withHeader("Retry-After", Integer.toString(retryAfterSeconds))
        .build();
  }

  private static HttpProblem build(
      Status status, String type, String title, @Nullable String detail, List<Fault> faults) {
    HttpProblem.Builder problem =
        HttpProblem.builder()
            .withType(URI.create("/problems/" + type))
            .withTitle(title)
            .withStatus(status);
    if (detail != null) {
      problem.withDetail(detail);
    }
    if (!faults.isEmpty()) {
      problem.with("errors", faults);
    }
    return problem.build();
  }
}
