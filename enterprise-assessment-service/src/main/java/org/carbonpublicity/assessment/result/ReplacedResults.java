package org.carbonpublicity.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.carbonpublicity.assessment.submission.EarlierResults;
import org.carbonpublicity.assessment.submission.ResultPublishedException;
import org.carbonpublicity.assessment.submission.ResultStandsException;
import org.jspecify.annotations.Nullable;

/**
 * A new submission replaces the result of the one before, unless that is published, or a decision
 * on it is under way or binds.
 */
@ApplicationScoped
class ReplacedResults implements EarlierResults {

  /** About to be scored again, disputed, or decided for good: answering anew would evade that. */
  private static final Set<AssessmentState> STANDING =
      EnumSet.of(
          AssessmentState.REVIEWED,
          AssessmentState.APPEALED,
          AssessmentState.DECIDED,
          AssessmentState.FINAL);

  private final AssessmentRepository assessments;
  private final Clock clock;

  ReplacedResults(AssessmentRepository assessments, Clock clock) {
    this.assessments = assessments;
    this.clock = clock;
  }

  @Override
  public void supersede(String enterprise, String guideline, @Nullable String window) {
    for (Assessment present : assessments.current(enterprise, guideline, window)) {
      if (present.state() == AssessmentState.PUBLISHED && present.reassessment() == null) {
        throw new ResultPublishedException(enterprise, guideline);
      }
      if (STANDING.contains(present.state())) {
        throw new ResultStandsException(
            enterprise, guideline, present.state().name(), present.allowed(clock.instant()));
      }
    }
    assessments.supersede(enterprise, guideline, window);
  }
}
