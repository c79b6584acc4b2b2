package org.carbonpublicity.assessment.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.enterprise.Enterprise;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.assessment.evidence.EvidenceReferences;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.GuidelineState;
import org.carbonpublicity.assessment.guideline.KeptGuideline;
import org.carbonpublicity.assessment.guideline.persistence.GuidelineRepository;
import org.carbonpublicity.assessment.submission.events.SubmissionEvents;
import org.carbonpublicity.assessment.submission.persistence.SubmissionRepository;
import org.carbonpublicity.assessment.window.AssessmentWindow;
import org.carbonpublicity.assessment.window.Windows;
import org.carbonpublicity.audit.Audit;

/**
 * Receiving answers. Scoring them is another matter: it begins with the event that is told here.
 */
@ApplicationScoped
public class Submissions {

  private final SubmissionRepository submissions;
  private final GuidelineRepository guidelines;
  private final EnterpriseRepository enterprises;
  private final Windows windows;
  private final EarlierResults earlierResults;
  private final SubmissionEvents events;
  private final EvidenceReferences evidence;
  private final Audit audit;
  private final Clock clock;

  Submissions(
      SubmissionRepository submissions,
      GuidelineRepository guidelines,
      EnterpriseRepository enterprises,
      Windows windows,
      EarlierResults earlierResults,
      SubmissionEvents events,
      EvidenceReferences evidence,
      Audit audit,
      Clock clock) {
    this.submissions = submissions;
    this.guidelines = guidelines;
    this.enterprises = enterprises;
    this.windows = windows;
    this.earlierResults = earlierResults;
    this.events = events;
    this.evidence = evidence;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Receives a submission, which replaces an earlier one of the enterprise to the same guideline in
   * the same window.
   *
   * @throws InvalidSubmissionException when it cannot be scored
   * @throws UnknownReferenceException when the guideline or the enterprise is not known here (yet)
   * @throws org.carbonpublicity.assessment.evidence.UnknownEvidenceException when an answer names a
   *     file that is not the enterprise's
   * @throws GuidelineNotActiveException when the guideline is a draft or retired
   * @throws org.carbonpublicity.assessment.window.NoOpenWindowException when the guideline is
   *     answered in windows and none is open
   * @throws ResultPublishedException when the earlier one led to a published result
   * @throws ResultStandsException when a decision on the earlier one is under way or binds
   */
  @Transactional
  public Submission submit(SubmissionDraft draft, String actor) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Guideline guideline = guideline(draft);
    List<Answer> answers = draft.check(guideline);
    Optional<AssessmentWindow> window = windows.open(guideline.id());
    String windowId = window.map(AssessmentWindow::id).orElse(null);
    Enterprise enterprise = lockedEnterprise(draft);
    evidence.require(
        enterprise.code(), answers.stream().flatMap(answer -> answer.files().stream()).toList());
    earlierResults.supersede(enterprise.code(), guideline.id(), windowId);
    submissions.supersede(enterprise.code(), guideline.id(), windowId, id);
    Submission submission =
        new Submission(
            id,
            guideline.id(),
            enterprise.code(),
            enterprise.name(),
            answers,
            SubmissionState.RECEIVED,
            now,
            actor,
            null,
            windowId,
            window.filter(open -> open.isLate(now)).isPresent());
    submissions.add(submission);
    events.received(submission);
    audit.record(
        "answers-submitted",
        "submission/" + id,
        Map.of(
            "guideline", guideline.id(),
            "enterprise", enterprise.code(),
            "window", Objects.toString(windowId, ""),
            "late", submission.late(),
            "answersSha256", submission.answersSha256()));
    return submission;
  }

  private Guideline guideline(SubmissionDraft draft) {
    List<SubmissionViolation> missing = new ArrayList<>();
    if (draft.guideline() == null) {
      missing.add(new SubmissionViolation("guideline", "missing", "the guideline is not named"));
    }
    if (draft.enterprise() == null) {
      missing.add(new SubmissionViolation("enterprise", "missing", "the enterprise is not named"));
    }
    if (draft.answers() == null) {
      missing.add(new SubmissionViolation("answers", "missing", "there are no answers"));
    }
    if (!missing.isEmpty() || draft.guideline() == null) {
      throw new InvalidSubmissionException(missing);
    }
    return Optional.of(draft.guideline())
        .filter(SubmissionDraft::isText)
        .flatMap(guidelines::find)
        .map(Submissions::answered)
        .orElseThrow(() -> new UnknownReferenceException("guideline"));
  }

  private static Guideline answered(KeptGuideline kept) {
    if (kept.state() != GuidelineState.ACTIVE) {
      throw new GuidelineNotActiveException(kept.guideline().id(), kept.state());
    }
    return kept.guideline();
  }

  private Enterprise lockedEnterprise(SubmissionDraft draft) {
    return Optional.ofNullable(draft.enterprise())
        .filter(SubmissionDraft::isText)
        .flatMap(enterprises::lock)
        .orElseThrow(() -> new UnknownReferenceException("enterprise"));
  }

  @Transactional
  public Optional<Submission> find(UUID id) {
    return submissions.find(id);
  }
}
