package org.carbonpublicity.reporting.report.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Set;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.report.Forms;

/** Which table a number in a path asks for. */
final class Tables {

  private static final Set<String> OPEN = Set.of("3", "4", "12");
  private static final Set<String> LATER = Set.of("5", "6", "7", "8", "9", "10", "11");

  private Tables() {}

  /** A table that everyone may read; only these, however a members' table may be spelled. */
  static Asked open(String number) {
    if (LATER.contains(number)) {
      throw Problems.of(
          404,
          "not-available",
          "Not available",
          "Best sellers (tables 5 to 11) need sales figures.");
    }
    if (!OPEN.contains(number)) {
      throw Problems.of(404, "unknown-table", "Unknown table", "Tables are numbered 1 to 12.");
    }
    String absent =
        number.equals("12")
            ? "No guideline has been activated yet."
            : "No edition has been published yet.";
    return new Asked(
        Forms.table(Integer.parseInt(number)).orElseThrow(), "", false, notYet(absent));
  }

  static HttpProblem notYet(String detail) {
    return Problems.of(404, "not-published-yet", "Not published yet", detail);
  }
}
