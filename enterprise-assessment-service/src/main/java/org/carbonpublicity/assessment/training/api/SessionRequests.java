package org.carbonpublicity.assessment.training.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.training.Attendee;
import org.carbonpublicity.assessment.training.ExamResult;
import org.carbonpublicity.assessment.training.SessionPlan;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies that are sent to training sessions. */
final class SessionRequests {

  static final int LONGEST_NAME = 200;
  static final int MOST_ROWS = 1_000;

  private static final String INVALID = "invalid-training-request";
  private static final String TITLE = "The request is not complete";
  private static final int LONGEST_VALIDITY = 120;
  private static final int LARGEST_CAPACITY = 10_000;
  private static final int MOST_DIGITS = 9;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private SessionRequests() {}

  /** The body; a 400 problem when there is none. */
  static <T> T given(@Nullable T request) {
    if (request == null) {
      throw Problems.malformedBody("the body is empty");
    }
    return request;
  }

  @Schema(
      name = "TrainingSessionRequest",
      requiredProperties = {
        "title",
        "titleZh",
        "startsOn",
        "endsOn",
        "place",
        "validMonths",
        "capacity"
      })
  record SessionRequest(
      @Nullable String title,
      @Nullable String titleZh,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable String place,
      @Schema(minimum = "1", maximum = "120") @Nullable Integer validMonths,
      @Schema(minimum = "1", maximum = "10000") @Nullable Integer capacity) {

    SessionPlan checked() {
      FieldFaults faults = new FieldFaults();
      String english = faults.text("title", title, LONGEST_NAME);
      String chinese = faults.text("titleZh", titleZh, LONGEST_NAME);
      String where = faults.text("place", place, LONGEST_NAME);
      needed(faults, "startsOn", startsOn);
      needed(faults, "endsOn", endsOn);
      possible(faults, "startsOn", startsOn);
      possible(faults, "endsOn", endsOn);
      if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
        faults.add("endsOn", "before-start", "a session ends on its first day or later");
      }
      int months = within(faults, "validMonths", validMonths, LONGEST_VALIDITY);
      int places = within(faults, "capacity", capacity, LARGEST_CAPACITY);
      faults.refuse(INVALID, TITLE);
      return new SessionPlan(
          english,
          chinese,
          Objects.requireNonNull(startsOn),
          Objects.requireNonNull(endsOn),
          where,
          months,
          places);
    }
  }

  @Schema(
      name = "TrainingParticipantsRequest",
      requiredProperties = {"participants"})
  record ParticipantsRequest(@Nullable List<@Nullable ParticipantRequest> participants) {

    List<Attendee> checked() {
      FieldFaults faults = new FieldFaults();
      List<Attendee> attendees = new ArrayList<>();
      List<@Nullable ParticipantRequest> given = counted(faults, "participants", participants);
      for (int i = 0; i < given.size(); i++) {
        ParticipantRequest one =
            given.get(i) == null ? new ParticipantRequest(null, null, null) : given.get(i);
        String field = "participants[" + i + "]";
        attendees.add(
            new Attendee(
                faults.text(field + ".enterprise", one.enterprise(), LONGEST_NAME),
                faults.text(field + ".name", one.name(), LONGEST_NAME),
                faults.text(field + ".personalKey", one.personalKey(), LONGEST_NAME),
                field));
      }
      faults.refuse(INVALID, TITLE);
      return attendees;
    }
  }

  @Schema(
      name = "TrainingParticipantRequest",
      requiredProperties = {"enterprise", "name", "personalKey"})
  record ParticipantRequest(
      @Schema(description = "Code of the enterprise") @Nullable String enterprise,
      @Nullable String name,
      @Schema(description = "Tells people of the enterprise apart, such as a staff number")
          @Nullable String personalKey) {}

  @Schema(
      name = "TrainingResultsRequest",
      requiredProperties = {"results"})
  record ResultsRequest(@Nullable List<@Nullable ResultRequest> results) {

    List<ExamResult> checked() {
      FieldFaults faults = new FieldFaults();
      List<ExamResult> checked = new ArrayList<>();
      List<@Nullable ResultRequest> given = counted(faults, "results", results);
      for (int i = 0; i < given.size(); i++) {
        ResultRequest one = given.get(i);
        String field = "results[" + i + "]";
        if (one == null
            || one.participant() == null
            || one.attended() == null
            || one.passed() == null) {
          faults.add(field, "missing", "participant, attended and passed are needed");
          continue;
        }
        BigDecimal points = one.points();
        if (points != null
            && (points.signum() < 0
                || points.scale() > MOST_DIGITS
                || (long) points.precision() - points.scale() > MOST_DIGITS)) {
          faults.add(field + ".points", "out-of-range", "not negative and of few digits");
          continue;
        }
        checked.add(new ExamResult(one.participant(), one.attended(), points, one.passed()));
      }
      faults.refuse(INVALID, TITLE);
      return checked;
    }
  }

  @Schema(
      name = "TrainingResultRequest",
      requiredProperties = {"participant", "attended", "passed"})
  record ResultRequest(
      @Schema(description = "Id of the participant") @Nullable UUID participant,
      @Nullable Boolean attended,
      @Nullable BigDecimal points,
      @Nullable Boolean passed) {}

  @Schema(
      name = "CertificateRevocationRequest",
      requiredProperties = {"reason"})
  record RevocationRequest(@Schema(maxLength = 2_000) @Nullable String reason) {

    String checked() {
      FieldFaults faults = new FieldFaults();
      String given = faults.text("reason", reason, 2_000);
      faults.refuse(INVALID, TITLE);
      return given;
    }
  }

  private static <T> List<T> counted(FieldFaults faults, String field, @Nullable List<T> values) {
    if (values == null || values.isEmpty() || values.size() > MOST_ROWS) {
      faults.add(field, "count", "1 to " + MOST_ROWS + " " + field);
      return List.of();
    }
    return values;
  }

  private static void needed(FieldFaults faults, String field, @Nullable Object value) {
    if (value == null) {
      faults.add(field, "missing", field + " is needed");
    }
  }

  /** Dates that a calendar of people has, and the database takes. */
  private static void possible(FieldFaults faults, String field, @Nullable LocalDate date) {
    if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
      faults.add(field, "out-of-range", "a year from %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
    }
  }

  private static int within(
      FieldFaults faults, String field, @Nullable Integer value, int largest) {
    needed(faults, field, value);
    if (value == null) {
      return 0;
    }
    if (value < 1 || value > largest) {
      faults.add(field, "out-of-range", field + " is a number from 1 to " + largest);
    }
    return value;
  }
}
