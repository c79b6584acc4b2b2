package org.carbonpublicity.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.persistence.GuidelineRepository;
import org.carbonpublicity.assessment.result.events.StarEvents;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.carbonpublicity.assessment.review.ReviewRules;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.carbonpublicity.assessment.scoring.Scoring;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.submission.SubmissionState;
import org.carbonpublicity.assessment.submission.persistence.SubmissionRepository;

/** Scoring of submissions that were received, reviewed, or appealed about. */
@ApplicationScoped
public class Awards {

  private final SubmissionRepository submissions;
  private final EnterpriseRepository enterprises;
  private final GuidelineRepository guidelines;
  private final AssessmentRepository assessments;
  private final ReviewRules rules;
  private final RejectedItems rejections;
  private final StarEvents events;
  private final Clock clock;

  Awards(
      SubmissionRepository submissions,
      EnterpriseRepository enterprises,
      GuidelineRepository guidelines,
      AssessmentRepository assessments,
      ReviewRules rules,
      RejectedItems rejections,
      StarEvents events,
      Clock clock) {
    this.submissions = submissions;
    this.enterprises = enterprises;
    this.guidelines = guidelines;
    this.assessments = assessments;
    this.rules = rules;
    this.rejections = rejections;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Scores the submissions that wait for it, in the given order: one that is RECEIVED from its
   * answers, one whose assessment is REVIEWED or DECIDED without what was rejected. What does not
   * wait, since an event came twice or something came in between, is left alone. Joins the caller's
   * transaction.
   *
   * @throws UnknownSubmissionException when there is no such submission
   */
  public void score(Collection<UUID> ids) {
    Set<UUID> wanted = new LinkedHashSet<>(ids);
    Map<UUID, Submission> found = new HashMap<>();
    submissions.read(wanted).forEach(submission -> found.put(submission.id(), submission));
    enterprises.lock(found.values().stream().map(Submission::enterprise).distinct().toList());
    // Read again: what changed before the lock was had shows only now.
    submissions.read(wanted).forEach(submission -> found.put(submission.id(), submission));
    Map<String, Guideline> known = new HashMap<>();
    for (UUID id : wanted) {
      Submission submission = found.get(id);
      if (submission == null) {
        throw new UnknownSubmissionException(id);
      }
      Guideline guideline = known.computeIfAbsent(submission.guideline(), this::guideline);
      if (submission.state() == SubmissionState.RECEIVED) {
        award(submission, guideline);
      } else {
        assessments
            .findBySubmission(id)
            .ifPresent(present -> again(present, submission, guideline));
      }
    }
  }

  private Guideline guideline(String id) {
    return guidelines.find(id).orElseThrow().guideline();
  }

  private void award(Submission submission, Guideline guideline) {
    Outcome outcome = outcome(submission, guideline, Set.of());
    submissions.scored(submission.id());
    events.awarded(assessments.award(submission, outcome, rules.ruleFor(submission), now()));
  }

  private void again(Assessment before, Submission submission, Guideline guideline) {
    if (before.state() != AssessmentState.REVIEWED && before.state() != AssessmentState.DECIDED) {
      return;
    }
    Set<String> rejected = rejections.of(before.id());
    Outcome outcome = outcome(submission, guideline, rejected);
    Instant now = now();
    boolean changed = !outcome.equals(before.outcome());
    Assessment after =
        before.state() == AssessmentState.REVIEWED
            ? assessments.share(
                before.id(),
                outcome,
                rejected,
                changed,
                now,
                now.plus(Duration.ofDays(before.rule().responseDays())))
            : assessments.finish(before.id(), outcome, rejected, changed, now);
    if (changed) {
      events.awarded(after);
    }
  }

  private static Outcome outcome(
      Submission submission, Guideline guideline, Set<String> notCounted) {
    Set<String> met = new HashSet<>(submission.itemsMet());
    met.removeAll(notCounted);
    return Scoring.score(guideline.scoredItems(), met, guideline.starTable());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
