package org.carbonpublicity.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.persistence.GuidelineRepository;
import org.carbonpublicity.assessment.result.events.StarEvents;
import org.carbonpublicity.assessment.result.persistence.AssessmentRepository;
import org.carbonpublicity.assessment.scoring.Outcome;
import org.carbonpublicity.assessment.scoring.Scoring;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.submission.SubmissionState;
import org.carbonpublicity.assessment.submission.persistence.SubmissionRepository;

/** Scoring of submissions that were received. */
@ApplicationScoped
public class Awards {

  private final SubmissionRepository submissions;
  private final EnterpriseRepository enterprises;
  private final GuidelineRepository guidelines;
  private final AssessmentRepository assessments;
  private final StarEvents events;
  private final Clock clock;

  Awards(
      SubmissionRepository submissions,
      EnterpriseRepository enterprises,
      GuidelineRepository guidelines,
      AssessmentRepository assessments,
      StarEvents events,
      Clock clock) {
    this.submissions = submissions;
    this.enterprises = enterprises;
    this.guidelines = guidelines;
    this.assessments = assessments;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Scores the submissions that still wait for it, in the given order; one that was superseded or
   * scored in the meantime is left alone. Joins the caller's transaction.
   *
   * @throws UnknownSubmissionException when there is no such submission
   */
  public void score(List<UUID> ids) {
    Map<UUID, Submission> found = new HashMap<>();
    submissions.read(ids).forEach(submission -> found.put(submission.id(), submission));
    enterprises.lock(found.values().stream().map(Submission::enterprise).distinct().toList());
    // Read again: what was superseded before the lock was had shows only now.
    submissions.read(ids).forEach(submission -> found.put(submission.id(), submission));
    Map<String, Guideline> known = new HashMap<>();
    for (UUID id : ids) {
      Submission submission = found.get(id);
      if (submission == null) {
        throw new UnknownSubmissionException(id);
      }
      if (submission.state() == SubmissionState.RECEIVED) {
        award(submission, known.computeIfAbsent(submission.guideline(), this::guideline));
      }
    }
  }

  private Guideline guideline(String id) {
    return guidelines.find(id).orElseThrow().guideline();
  }

  private void award(Submission submission, Guideline guideline) {
    Outcome outcome =
        Scoring.score(guideline.scoredItems(), submission.itemsMet(), guideline.starTable());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    submissions.scored(submission.id());
    events.awarded(assessments.award(submission, outcome, now));
  }
}
