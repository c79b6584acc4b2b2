package org.carbonpublicity.disclosure.batch.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.carbonpublicity.disclosure.batch.Batch;
import org.carbonpublicity.disclosure.batch.Batches.Draft;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.jspecify.annotations.Nullable;

/** A batch as an analyst states it; in a change, what is absent stays as it is. */
record BatchRequest(
    @Nullable Integer number,
    @Nullable String title,
    @Nullable String launchFrom,
    @Nullable String launchTo,
    @Nullable String feedbackDeadline,
    @Nullable String cutOffDate) {

  private static final int LONGEST_TITLE = 200;
  private static final int HIGHEST_NUMBER = 999_999_999;
  private static final Pattern MONTH = Pattern.compile("(19|20)[0-9]{2}-(0[1-9]|1[0-2])");

  Draft opening() {
    return checked(title, launchFrom, launchTo, feedbackDeadline, cutOffDate);
  }

  Draft changing(Batch present) {
    FieldFaults faults = new FieldFaults();
    if (number != null && number != present.number()) {
      faults.add("number", "locked", "the number of a batch does not change");
    }
    faults.refuse("invalid-batch", "The batch breaks rules");
    LocalDate deadline = present.feedbackDeadline();
    LocalDate cutOff = present.statedCutOff();
    return checked(
        title == null ? present.title() : title,
        launchFrom == null ? present.launchFrom() : launchFrom,
        launchTo == null ? present.launchTo() : launchTo,
        feedbackDeadline == null && deadline != null ? deadline.toString() : feedbackDeadline,
        cutOffDate == null && cutOff != null ? cutOff.toString() : cutOffDate);
  }

  private Draft checked(
      @Nullable String title,
      @Nullable String from,
      @Nullable String to,
      @Nullable String deadline,
      @Nullable String cutOff) {
    FieldFaults faults = new FieldFaults();
    if (number != null && (number < 1 || number > HIGHEST_NUMBER)) {
      faults.add("number", "out-of-range", "a number from 1 to " + HIGHEST_NUMBER);
    }
    String checkedTitle = faults.text("title", title, LONGEST_TITLE);
    String first = faults.optionalMatch("launchFrom", from, MONTH, "YYYY-MM");
    String last = faults.optionalMatch("launchTo", to, MONTH, "YYYY-MM");
    if (first != null && last != null && first.compareTo(last) > 0) {
      faults.add("launchTo", "out-of-range", "not before launchFrom");
    }
    LocalDate answered = date(faults, "feedbackDeadline", deadline);
    LocalDate covered = date(faults, "cutOffDate", cutOff);
    if (covered != null && first != null && covered.isBefore(YearMonth.parse(first).atDay(1))) {
      faults.add("cutOffDate", "out-of-range", "not before launchFrom");
    }
    faults.refuse("invalid-batch", "The batch breaks rules");
    return new Draft(checkedTitle, first, last, answered, covered);
  }

  private static @Nullable LocalDate date(FieldFaults faults, String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(field, "invalid", "YYYY-MM-DD");
      return null;
    }
  }
}
