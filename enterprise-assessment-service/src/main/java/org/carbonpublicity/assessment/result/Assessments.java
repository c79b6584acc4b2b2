package org.carbonpublicity.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.carbonpublicity.assessment.result.events.StarEvents;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Results on their way from the award to the members, and back to an assessment anew. */
@ApplicationScoped
public class Assessments {

  private final AssessmentRepository assessments;
  private final LockedAssessments locked;
  private final StarEvents events;
  private final Audit audit;

  Assessments(
      AssessmentRepository assessments, LockedAssessments locked, StarEvents events, Audit audit) {
    this.assessments = assessments;
    this.locked = locked;
    this.events = events;
    this.audit = audit;
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

  /** Every scoring of an assessment, the first first. */
  @Transactional
  public List<PastScoring> scorings(UUID id) {
    return assessments.scorings(id);
  }

  /**
   * The enterprise agrees with its result.
   *
   * @return empty when there is no such assessment
   * @throws StaleAssessmentException when it is not the expected one
   * @throws AssessmentStateException when it is neither SHARED nor, where nobody has to review it,
   *     AWARDED
   */
  @Transactional
  public Optional<Assessment> confirm(Deed deed) {
    return locked
        .byEnterprise(deed, "confirmation", possible("confirmation"))
        .map(
            present -> {
              recorded("assessment-confirmed", present, Map.of());
              return assessments.confirm(present.id(), deed.actor(), locked.now());
            });
  }

  /**
   * Confirms one of the results to which the enterprise kept silent until the deadline.
   *
   * @return false when there is none
   */
  @Transactional
  public boolean confirmNextSilent() {
    Optional<UUID> silent = assessments.silent(locked.now());
    silent
        .flatMap(assessments::lock)
        // Somebody else may have been faster.
        .filter(present -> present.state() == AssessmentState.SHARED)
        .ifPresent(
            present -> {
              recorded("assessment-confirmed", present, Map.of("bySilence", true));
              assessments.confirm(present.id(), null, locked.now());
            });
    return silent.isPresent();
  }

  /**
   * The result goes to the members, in the place of the one that they saw before.
   *
   * @return empty when there is no such assessment
   * @throws StaleAssessmentException when it is not the expected one
   * @throws AssessmentStateException when it is neither CONFIRMED nor FINAL
   */
  @Transactional
  public Optional<Assessment> publish(Deed deed) {
    return locked
        .byAssessor(deed, "publication", possible("publication"))
        .map(
            present -> {
              Assessment published = assessments.publish(present, deed.actor(), locked.now());
              events.published(published);
              recorded(
                  "assessment-published",
                  published,
                  Map.of("stars", published.outcome().award().stars()));
              return published;
            });
  }

  /**
   * Lets the enterprise answer again though its result is published; members go on seeing that one
   * until the next is published.
   *
   * @return empty when there is no such assessment
   * @throws StaleAssessmentException when it is not the expected one
   * @throws AssessmentStateException when it is not PUBLISHED or is already assessed again
   */
  @Transactional
  public Optional<Assessment> reassess(Deed deed, String reason) {
    return locked
        .byAssessor(deed, "reassessment", possible("reassessment"))
        .map(
            present -> {
              recorded("assessment-reopened", present, Map.of("reason", reason));
              return assessments.reassess(present.id(), reason, deed.actor(), locked.now());
            });
  }

  private void recorded(String action, Assessment of, Map<String, ?> details) {
    audit.record(action, of.subject(), details);
  }

  private static BiPredicate<Assessment, Instant> possible(String deed) {
    return (present, now) -> present.allowed(now).contains(deed);
  }
}
