package org.carbonpublicity.disclosure.batch.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.jspecify.annotations.Nullable;

/**
 * More time for the answers to a batch.
 *
 * @param deadline the last day, YYYY-MM-DD
 * @param enterprise whose; absent for all
 */
record ExtensionRequest(
    @Nullable String deadline, @Nullable String enterprise, @Nullable String reason) {

  /** What was asked for, as far as it can be told from the request alone. */
  record Checked(LocalDate deadline, @Nullable String enterprise, String reason) {}

  Checked checked() {
    FieldFaults faults = new FieldFaults();
    LocalDate date = LocalDate.MIN;
    if (deadline == null) {
      faults.add("deadline", "missing", "deadline is needed");
    } else {
      try {
        date = LocalDate.parse(deadline);
      } catch (DateTimeParseException e) {
        faults.add("deadline", "invalid", "YYYY-MM-DD");
      }
    }
    String whose = faults.optionalText("enterprise", enterprise, 64);
    String why = faults.text("reason", reason, ReasonRequest.LONGEST_REASON);
    faults.refuse("invalid-extension", "The extension breaks rules");
    return new Checked(date, whose, why);
  }
}
