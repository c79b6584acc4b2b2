package org.carbonpublicity.assessment.training.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.training.InvalidTrainingException;
import org.carbonpublicity.assessment.training.SessionStateException;
import org.carbonpublicity.assessment.training.TrainingViolation;
import org.jspecify.annotations.Nullable;

/** What use cases of training refuse, as problems. */
final class Refusals {

  private static final String INVALID = "invalid-training-request";

  private Refusals() {}

  /** One thing that is wrong with a file. */
  record RowFault(
      @Nullable Integer row,
      @Nullable String column,
      String code,
      String message,
      @Nullable String value) {}

  /** The outcome for a session; a 404 problem when there is none. */
  static <T> T of(String session, Function<UUID, Optional<T>> action) {
    try {
      return Ids.parse(session)
          .flatMap(action)
          .orElseThrow(
              () ->
                  Problems.notFound(
                      "unknown-training-session", "there is no training session " + session));
    } catch (SessionStateException e) {
      throw Problems.conflict(
          "training-session-state",
          String.valueOf(e.getMessage()),
          e.state().name(),
          e.state().allowed());
    } catch (InvalidTrainingException e) {
      throw refusal(e.violations());
    }
  }

  private static RuntimeException refusal(List<TrainingViolation> violations) {
    if (violations.stream().anyMatch(fault -> fault.field().startsWith(AttendeeFile.ROW))) {
      return rows(violations.stream().map(AttendeeFile::fault).toList());
    }
    return Problems.unprocessable(
        INVALID,
        "The request cannot be fulfilled",
        violations.stream()
            .map(fault -> new Fault(fault.field(), fault.code(), fault.message()))
            .toList());
  }

  static RuntimeException rows(List<RowFault> faults) {
    return HttpProblem.builder()
        .withType(URI.create("/problems/" + INVALID))
        .withTitle("The file cannot be taken")
        .withStatus(422)
        .withDetail(faults.size() + " fault(s)")
        .with("errors", faults)
        .build();
  }
}
