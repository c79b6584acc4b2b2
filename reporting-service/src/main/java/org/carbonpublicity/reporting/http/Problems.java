package org.carbonpublicity.reporting.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Problem answers (RFC 9457) of this service; their types are stable. */
public final class Problems {

  private Problems() {}

  /**
   * A problem of type {@code /problems/<type>}.
   *
   * @param title says what is wrong in general, {@code detail} what is wrong here
   */
  public static HttpProblem of(int status, String type, String title, String detail) {
    return HttpProblem.builder()
        .withStatus(status)
        .withType(URI.create("/problems/" + type))
        .withTitle(title)
        .withDetail(detail)
        .build();
  }

  /** A query parameter that has no meaning where it was given. */
  public static HttpProblem unknownQueryParameters(List<String> names) {
    return HttpProblem.builder()
        .withStatus(400)
        .withType(URI.create("/problems/unknown-query-parameter"))
        .withTitle("Unknown query parameter")
        .withDetail("Not known here: " + String.join(", ", names))
        .with("errors", names.stream().map(name -> Map.of("parameter", name)).toList())
        .build();
  }

  /** One thing that is wrong with a request. */
  public record Fault(String field, String code, String message) {}

  /** A parameter, path segment or header that cannot be read. */
  public static HttpProblem invalidParameter(Fault fault) {
    return invalidParameters(List.of(fault));
  }

  /** Several of them, at least one; all are told. */
  public static HttpProblem invalidParameters(List<Fault> faults) {
    return HttpProblem.builder()
        .withStatus(400)
        .withType(URI.create("/problems/malformed-parameter"))
        .withTitle("Malformed parameter")
        .withDetail(faults.get(0).message())
        .with("errors", faults)
        .build();
  }

  /** This instance tells as many of updates as it may. */
  public static HttpProblem tooManyFollowers() {
    return HttpProblem.builder()
        .withStatus(503)
        .withType(URI.create("/problems/too-many-subscribers"))
        .withTitle("Too many subscribers")
        .withDetail("Too many listen to updates already; try again.")
        .withHeader("Retry-After", "30")
        .build();
  }

  public static HttpProblem malformedBody(String detail) {
    return of(400, "malformed-body", "Malformed request body", detail);
  }

  public static HttpProblem notFound(String type, String detail) {
    return of(404, type, "Not found", detail);
  }

  /** Fields of a request break rules; all of them are told. */
  public static HttpProblem unprocessable(String type, String title, List<Fault> faults) {
    return HttpProblem.builder()
        .withStatus(422)
        .withType(URI.create("/problems/" + type))
        .withTitle(title)
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
            .withStatus(status)
            .withType(URI.create("/problems/" + type))
            .withTitle(title)
            .withDetail(detail)
            .with("errors", errors);
    counts.forEach(problem::with);
    return problem.build();
  }
}
