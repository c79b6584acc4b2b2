package org.carbonpublicity.assessment.result.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentFilter;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.jspecify.annotations.Nullable;

/** Which assessments the caller may see. */
@ApplicationScoped
class AssessmentScope {

  private final Caller caller;

  AssessmentScope(Caller caller) {
    this.caller = caller;
  }

  /**
   * Whether the caller may see the assessment, or know that there is one.
   *
   * @throws RuntimeException a 403 problem for an automaker that does not act for the enterprise
   */
  boolean covers(Assessment assessment) {
    if (caller.isAssessor()) {
      return true;
    }
    if (caller.isAutomaker()) {
      if (!caller.actsFor(assessment.enterprise())) {
        throw foreign();
      }
      return true;
    }
    return assessment.state() == AssessmentState.PUBLISHED;
  }

  /** What is asked for, narrowed to what may be seen; empty when nothing is left. */
  Optional<AssessmentFilter> filter(
      @Nullable String enterprise, @Nullable String guideline, @Nullable String state) {
    AssessmentState wanted = parse(state);
    if (caller.isAssessor()) {
      return Optional.of(new AssessmentFilter(only(enterprise), guideline, wanted));
    }
    if (caller.isAutomaker()) {
      if (enterprise != null && !caller.actsFor(enterprise)) {
        throw foreign();
      }
      Set<String> own = enterprise == null ? caller.enterprises() : Set.of(enterprise);
      return own.isEmpty()
          ? Optional.empty()
          : Optional.of(new AssessmentFilter(own, guideline, wanted));
    }
    if (wanted != null && wanted != AssessmentState.PUBLISHED) {
      return Optional.empty();
    }
    return Optional.of(
        new AssessmentFilter(only(enterprise), guideline, AssessmentState.PUBLISHED));
  }

  private static RuntimeException foreign() {
    return Problems.forbidden("foreign-enterprise", "you do not act for this enterprise");
  }

  private static @Nullable Set<String> only(@Nullable String enterprise) {
    return enterprise == null ? null : Set.of(enterprise);
  }

  private static @Nullable AssessmentState parse(@Nullable String state) {
    if (state == null) {
      return null;
    }
    return Arrays.stream(AssessmentState.values())
        .filter(known -> known.name().equals(state))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.invalidParameter(
                    new Fault(
                        "state",
                        "unknown",
                        "known are " + Arrays.toString(AssessmentState.values()))));
  }
}
