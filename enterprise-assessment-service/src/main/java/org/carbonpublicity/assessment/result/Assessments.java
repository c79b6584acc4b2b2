package org.carbonpublicity.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.result.events.StarEvents;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.jspecify.annotations.Nullable;

/** Results on their way from the award to the members. */
@ApplicationScoped
public class Assessments {

  private final AssessmentRepository assessments;
  private final StarEvents events;
  private final Clock clock;

  Assessments(AssessmentRepository assessments, StarEvents events, Clock clock) {
    this.assessments = assessments;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public Optional<Assessment> find(UUID id) {
    return assessments.find(id);
  }

  /** Assessments in the order of their award, after the given number. */
  @Transactional
  public List<Assessment> list(AssessmentFilter filter, @Nullable Long afterNumber, int limit) {
    return assessments.list(filter, afterNumber == null ? 0 : afterNumber, limit);
  }

  /**
   * The enterprise agrees with its result.
   *
   * @param expected whether the assessment is the version that the caller means
   * @return empty when there is no such assessment
   * @throws StaleAssessmentException when it is not the expected one
   * @throws AssessmentStateException when it is not AWARDED
   */
  @Transactional
  public Optional<Assessment> confirm(UUID id, Predicate<Assessment> expected, String actor) {
    return assessments
        .lock(id)
        .map(
            present -> {
              check(present, expected, AssessmentState.AWARDED);
              return assessments.confirm(id, actor, now());
            });
  }

  /**
   * The result goes to the members.
   *
   * @param expected whether the assessment is the version that the caller means
   * @return empty when there is no such assessment
   * @throws StaleAssessmentException when it is not the expected one
   * @throws AssessmentStateException when it is not CONFIRMED
   */
  @Transactional
  public Optional<Assessment> publish(UUID id, Predicate<Assessment> expected, String actor) {
    return assessments
        .lock(id)
        .map(
            present -> {
              check(present, expected, AssessmentState.CONFIRMED);
              Assessment published = assessments.publish(id, actor, now());
              events.published(published);
              return published;
            });
  }

  private static void check(
      Assessment present, Predicate<Assessment> expected, AssessmentState needed) {
    if (!expected.test(present)) {
      throw new StaleAssessmentException();
    }
    if (present.state() != needed) {
      throw new AssessmentStateException(present.state(), needed);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
