package org.carbonpublicity.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.carbonpublicity.assessment.conflict.Conflicts;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;

/**
 * How every deed to an assessment begins: its enterprise is locked until the transaction ends, then
 * who may, which version and which state are checked, in this order. Joins the caller's
 * transaction.
 */
@ApplicationScoped
public class LockedAssessments {

  private final AssessmentRepository assessments;
  private final Conflicts conflicts;
  private final Clock clock;

  LockedAssessments(AssessmentRepository assessments, Conflicts conflicts, Clock clock) {
    this.assessments = assessments;
    this.conflicts = conflicts;
    this.clock = clock;
  }

  /**
   * The assessment for a deed of its enterprise; empty when there is none.
   *
   * @param possible whether the deed is possible at this moment
   * @throws StaleAssessmentException when it is not the expected version
   * @throws AssessmentStateException when the deed is not possible
   */
  public Optional<Assessment> byEnterprise(
      Deed deed, String name, BiPredicate<Assessment, Instant> possible) {
    return assessments.lock(deed.assessment()).map(present -> check(present, deed, name, possible));
  }

  /**
   * The same for a deed of an assessor.
   *
   * @throws org.carbonpublicity.assessment.conflict.ConflictOfInterestException when the assessor
   *     is in conflict with the enterprise
   */
  public Optional<Assessment> byAssessor(
      Deed deed, String name, BiPredicate<Assessment, Instant> possible) {
    return assessments
        .lock(deed.assessment())
        .map(
            present -> {
              conflicts.refuse(deed.actor(), present.enterprise());
              return check(present, deed, name, possible);
            });
  }

  /** The time as it is stored. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Assessment check(
      Assessment present, Deed deed, String name, BiPredicate<Assessment, Instant> possible) {
    if (!deed.expected().test(present)) {
      throw new StaleAssessmentException();
    }
    Instant now = now();
    if (!possible.test(present, now)) {
      throw new AssessmentStateException(present, name, now);
    }
    return present;
  }
}
