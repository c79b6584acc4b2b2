package org.carbonpublicity.reporting.report.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carbonpublicity.reporting.http.Problems;
import org.carbonpublicity.reporting.report.Forms;
import org.jspecify.annotations.Nullable;

/** Which table a number in a path asks for. */
final class Tables {

  private static final Set<String> OPEN = Set.of("3", "4", "12");
  private static final Set<String> BEST_SELLERS =
      IntStream.rangeClosed(Forms.FIRST_BEST_SELLERS, Forms.LAST_BEST_SELLERS)
          .mapToObj(String::valueOf)
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  private Tables() {}

  /**
   * A table that everyone may read; only these, however a members' table may be spelled.
   *
   * @param month of tables 5 to 11; null for the latest
   */
  static Asked open(String number, @Nullable String month) {
    if (BEST_SELLERS.contains(number)) {
      return bestSellers(number, month);
    }
    if (month != null) {
      throw Problems.unknownQueryParameters(List.of("month"));
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

  private static Asked bestSellers(String number, @Nullable String month) {
    if (month != null && !MONTH.matcher(month).matches()) {
      throw Problems.of(
          400, "malformed-parameter", "Malformed parameter", "month is written as YYYY-MM.");
    }
    return new Asked(
        Forms.table(Integer.parseInt(number)).orElseThrow(),
        month == null ? Forms.LATEST_MONTH : month,
        false,
        Problems.of(
            404,
            "not-available",
            "Not available",
            "No sales of "
                + (month == null ? "any month" : month)
                + " were known while this edition was the latest."));
  }

  static HttpProblem notYet(String detail) {
    return Problems.of(404, "not-published-yet", "Not published yet", detail);
  }
}
