package org.carbonpublicity.assessment.result.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.conflict.ConflictOfInterestException;
import org.carbonpublicity.assessment.conflict.Conflicts;
import org.carbonpublicity.assessment.http.Caller;
import org.carbonpublicity.assessment.http.EntityTag;
import org.carbonpublicity.assessment.http.Ids;
import org.carbonpublicity.assessment.http.Problems;
import org.carbonpublicity.assessment.http.Problems.Fault;
import org.carbonpublicity.assessment.result.Assessment;
import org.carbonpublicity.assessment.result.AssessmentFilter;
import org.carbonpublicity.assessment.result.AssessmentState;
import org.carbonpublicity.assessment.result.Assessments;
import org.carbonpublicity.assessment.result.Deed;
import org.jspecify.annotations.Nullable;

/**
 * Which assessments the caller may see, and how much of them. An assessor in conflict of interest
 * sees no more of the enterprise's than a member.
 */
@ApplicationScoped
public class AssessmentScope {

  private final Assessments assessments;
  private final Conflicts conflicts;
  private final Caller caller;

  AssessmentScope(Assessments assessments, Conflicts conflicts, Caller caller) {
    this.assessments = assessments;
    this.conflicts = conflicts;
    this.caller = caller;
  }

  /**
   * The assessment of an id in a path.
   *
   * @throws RuntimeException a 404 problem when there is none that the caller may see; a 403
   *     problem for an automaker that does not act for the enterprise
   * @throws ConflictOfInterestException for an assessor in conflict, unless it is published
   */
  public Assessment visible(String id) {
    return Ids.parse(id)
        .flatMap(assessments::find)
        .filter(this::covers)
        .orElseThrow(() -> unknown(id));
  }

  /** What the caller wants to do to an assessment that it may see; {@code ifMatch} is a header. */
  public Deed deed(String id, @Nullable String ifMatch) {
    // An assessment never changes its enterprise: what may be seen may be seen later, too.
    return new Deed(
        visible(id).id(),
        caller.name(),
        present -> ifMatch == null || EntityTag.ifMatchNames(ifMatch, present.tag()));
  }

  /** Which of the assessments it may see the caller sees in full, and not but score and stars. */
  public Predicate<Assessment> inFull() {
    if (!caller.isAssessor()) {
      boolean automaker = caller.isAutomaker();
      return assessment -> automaker;
    }
    Set<String> inConflict = conflicts.enterprisesOf(caller.name());
    return assessment -> !inConflict.contains(assessment.enterprise());
  }

  /** A 404 problem. */
  public static RuntimeException unknown(String id) {
    return Problems.notFound("unknown-assessment", "there is no assessment " + id);
  }

  private boolean covers(Assessment assessment) {
    if (caller.isAutomaker() && !caller.isAssessor() && !caller.actsFor(assessment.enterprise())) {
      throw foreign();
    }
    boolean published = assessment.state() == AssessmentState.PUBLISHED;
    if (caller.isAssessor() && !published) {
      conflicts.refuse(caller.name(), assessment.enterprise());
    }
    return published || caller.isAssessor() || caller.isAutomaker();
  }

  /** What is asked for, narrowed to what may be seen; empty when nothing is left. */
  Optional<AssessmentFilter> filter(
      @Nullable String enterprise, @Nullable String guideline, @Nullable String state) {
    AssessmentState wanted = parse(state);
    if (caller.isAssessor()) {
      return Optional.of(
          new AssessmentFilter(
              only(enterprise), guideline, wanted, conflicts.enterprisesOf(caller.name())));
    }
    if (caller.isAutomaker()) {
      if (enterprise != null && !caller.actsFor(enterprise)) {
        throw foreign();
      }
      Set<String> own = enterprise == null ? caller.enterprises() : Set.of(enterprise);
      return own.isEmpty()
          ? Optional.empty()
          : Optional.of(new AssessmentFilter(own, guideline, wanted, Set.of()));
    }
    if (wanted != null && wanted != AssessmentState.PUBLISHED) {
      return Optional.empty();
    }
    return Optional.of(
        new AssessmentFilter(only(enterprise), guideline, AssessmentState.PUBLISHED, Set.of()));
  }

  private static RuntimeException foreign() {
    return Problems.forbidden("foreign-enterprise", "you do not act for this enterprise");
  }

  private static @Nullable Set<String> only(@Nullable String enterprise) {
    return enterprise == null ? null : Set.of(enterprise);
  }

  /** A state as a query parameter names it; a 400 problem when there is none of that name. */
  public static @Nullable AssessmentState parse(@Nullable String state) {
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
