package org.carbonpublicity.assessment.conflict.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.carbonpublicity.assessment.conflict.ConflictDraft;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that declares a conflict of interest. */
@Schema(
    name = "ConflictRequest",
    requiredProperties = {"enterprise", "reason"})
record ConflictRequest(
    @Schema(description = "Subject of the assessor's token; the caller's when absent")
        @Nullable String assessor,
    @Schema(description = "Code of the enterprise") @Nullable String enterprise,
    @Schema(maxLength = ConflictRequest.LONGEST_REASON) @Nullable String reason,
    @Schema(description = "The last day (UTC) on which it holds", format = "date")
        @Nullable String lastDay) {

  static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_NAME = 200;

  ConflictDraft draft(String caller, LocalDate today) {
    FieldFaults faults = new FieldFaults();
    String whom = faults.optionalText("assessor", assessor, LONGEST_NAME);
    ConflictDraft draft =
        new ConflictDraft(
            whom == null ? caller : whom,
            faults.text("enterprise", enterprise, LONGEST_NAME),
            faults.text("reason", reason, LONGEST_REASON),
            lastDay(faults, today));
    faults.refuse("invalid-conflict", "The conflict cannot be declared");
    return draft;
  }

  private @Nullable LocalDate lastDay(FieldFaults faults, LocalDate today) {
    if (lastDay == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(lastDay);
      if (day.isBefore(today)) {
        faults.add("lastDay", "past", "lastDay is over");
      } else if (day.getYear() > 9999) {
        faults.add("lastDay", "invalid", "lastDay is a date of four-digit year");
      }
      return day;
    } catch (DateTimeParseException e) {
      faults.add("lastDay", "invalid", "lastDay is a date, YYYY-MM-DD");
      return null;
    }
  }
}
