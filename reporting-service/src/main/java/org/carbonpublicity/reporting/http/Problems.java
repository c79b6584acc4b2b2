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
}
