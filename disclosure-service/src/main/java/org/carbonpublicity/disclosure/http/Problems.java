package org.carbonpublicity.disclosure.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.Map;
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

  public static HttpProblem malformedBody(String detail) {
    return build(Status.BAD_REQUEST, "malformed-body", "Malformed request body", detail, List.of());
  }

  public static HttpProblem notFound(String type, String detail) {
    return build(Status.NOT_FOUND, type, "Not found", detail, List.of());
  }

  public static HttpProblem conflict(String type, String detail, List<Fault> faults) {
    return build(Status.CONFLICT, type, "Conflict", detail, faults);
  }

  /**
   * What is asked is not possible now.
   *
   * @param allowed what is; null where the question does not arise
   */
  public static HttpProblem notNow(String type, String detail, @Nullable List<String> allowed) {
    HttpProblem.Builder problem =
        HttpProblem.builder()
            .withType(URI.create("/problems/" + type))
            .withTitle("Conflict")
            .withStatus(Status.CONFLICT)
            .withDetail(detail);
    if (allowed != null) {
      problem.with("allowed", allowed);
    }
    return problem.build();
  }

  public static HttpProblem preconditionFailed(String detail) {
    return build(
        Status.PRECONDITION_FAILED,
        "precondition-failed",
        "Precondition failed",
        detail,
        List.of());
  }

  /** The connection is closed with it: the rest of the body is not worth reading. */
  public static HttpProblem tooLarge(long limit) {
    return HttpProblem.builder()
        .withType(URI.create("/problems/body-too-large"))
        .withTitle("The body is too large")
        .withStatus(Status.REQUEST_ENTITY_TOO_LARGE)
        .withDetail("at most " + limit + " bytes of this media type")
        .withHeader("Connection", "close")
        .build();
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

  /** Rows of a file are wrong. */
  public static HttpProblem rows(
      int status,
      String type,
      String title,
      String detail,
      Map<String, Object> counts,
      List<?> errors) {
    HttpProblem.Builder problem =
        HttpProblem.builder()
            .withType(URI.create("/problems/" + type))
            .withTitle(title)
            .withStatus(status)
            .withDetail(detail)
            .with("errors", errors);
    counts.forEach(problem::with);
    return problem.build();
  }

  public static HttpProblem forbidden(String type, String detail) {
    return build(Status.FORBIDDEN, type, "Forbidden", detail, List.of());
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
