package org.carbonpublicity.assessment.survey;

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
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.assessment.evidence.EvidenceReferences;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.GuidelineState;
import org.carbonpublicity.assessment.guideline.Item;
import org.carbonpublicity.assessment.guideline.persistence.GuidelineRepository;
import org.carbonpublicity.assessment.submission.AnswerCheck;
import org.carbonpublicity.assessment.submission.AnswerDraft;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.submission.SubmissionDraft;
import org.carbonpublicity.assessment.submission.SubmissionViolation;
import org.carbonpublicity.assessment.submission.Submissions;
import org.carbonpublicity.assessment.survey.persistence.SurveyRepository;
import org.carbonpublicity.assessment.window.AssessmentWindow;
import org.carbonpublicity.assessment.window.Windows;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Gathering answers, one by one and by several people, until they are submitted. */
@ApplicationScoped
public class Surveys {

  private final SurveyRepository surveys;
  private final GuidelineRepository guidelines;
  private final EnterpriseRepository enterprises;
  private final Windows windows;
  private final Submissions submissions;
  private final EvidenceReferences evidence;
  private final Audit audit;
  private final Clock clock;

  Surveys(
      SurveyRepository surveys,
      GuidelineRepository guidelines,
      EnterpriseRepository enterprises,
      Windows windows,
      Submissions submissions,
      EvidenceReferences evidence,
      Audit audit,
      Clock clock) {
    this.surveys = surveys;
    this.guidelines = guidelines;
    this.enterprises = enterprises;
    this.windows = windows;
    this.submissions = submissions;
    this.evidence = evidence;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The enterprise's survey for the window that is open, or for the next one; begun when there is
   * none yet.
   *
   * @return whether it was begun now, and the survey
   * @throws SurveyFaultException when guideline or enterprise are not known
   * @throws org.carbonpublicity.assessment.window.NoOpenWindowException when the last window of the
   *     guideline has closed
   */
  @Transactional
  public Begun begin(@Nullable String guideline, @Nullable String enterprise, String actor) {
    List<SubmissionViolation> violations = new ArrayList<>();
    if (guideline == null
        || guidelines.find(guideline).filter(of -> of.state() == GuidelineState.ACTIVE).isEmpty()) {
      violations.add(
          new SubmissionViolation(
              "guideline", "unknown-guideline", "there is no such guideline to answer"));
    }
    if (enterprise == null || enterprises.lock(enterprise).isEmpty()) {
      violations.add(
          new SubmissionViolation(
              "enterprise", "unknown-enterprise", "there is no such enterprise"));
    }
    if (guideline == null || enterprise == null || !violations.isEmpty()) {
      throw new SurveyFaultException(violations);
    }
    String window = windows.openOrNext(guideline).map(AssessmentWindow::id).orElse(null);
    Optional<Survey> present = surveys.find(enterprise, guideline, window);
    if (present.isPresent()) {
      return new Begun(false, present.get());
    }
    Survey survey =
        new Survey(
            UUID.randomUUID(), guideline, window, enterprise, now(), actor, now(), null, null);
    surveys.insert(survey);
    record("survey-begun", survey, Map.of("enterprise", enterprise, "guideline", guideline));
    return new Begun(true, survey);
  }

  /** A survey, and whether it is new. */
  public record Begun(boolean isNew, Survey survey) {}

  @Transactional
  public Optional<Survey> find(UUID id) {
    return surveys.find(id);
  }

  /** Surveys of enterprises, oldest first. */
  @Transactional
  public List<Survey> list(Set<String> enterprises) {
    return surveys.list(enterprises);
  }

  @Transactional
  public Guideline guideline(Survey survey) {
    return guidelines.find(survey.guideline()).orElseThrow().guideline();
  }

  /** The answers so far, by item in the order of the guideline. */
  @Transactional
  public Map<String, SavedAnswer> answers(Survey survey) {
    return surveys.answers(survey.id(), guideline(survey).itemsByCode().keySet());
  }

  /**
   * Saves an answer, which need not be complete.
   *
   * @param expectedVersion of the answer that is replaced, 0 for none; absent when any will do
   * @throws SurveyFaultException when it has a wrong form
   * @throws StaleAnswerException when somebody else has saved it
   */
  @Transactional
  public SavedAnswer save(
      Survey survey, AnswerDraft draft, @Nullable Integer expectedVersion, String actor) {
    saveAll(survey, List.of(draft), expectedVersion, actor);
    String item = String.valueOf(draft.item());
    return surveys.answer(survey.id(), item).orElseThrow();
  }

  /**
   * Saves several answers, or none when one has a wrong form.
   *
   * @throws SurveyFaultException naming everything that is wrong
   */
  @Transactional
  public void saveAll(Survey survey, List<AnswerDraft> drafts, String actor) {
    saveAll(survey, drafts, null, actor);
  }

  private void saveAll(
      Survey survey, List<AnswerDraft> drafts, @Nullable Integer expectedVersion, String actor) {
    check(survey, drafts);
    List<UUID> files = files(drafts);
    if (!files.isEmpty()) {
      enterprises.lock(survey.enterprise());
      evidence.require(survey.enterprise(), files);
    }
    // Whoever submits it waits for what is being saved, and the other way round.
    surveys.lock(survey.id());
    for (AnswerDraft draft : drafts) {
      if (!surveys.save(survey.id(), draft, expectedVersion, actor, now())) {
        throw new StaleAnswerException(String.valueOf(draft.item()));
      }
    }
    surveys.changed(survey.id(), now());
  }

  private static List<UUID> files(List<AnswerDraft> drafts) {
    List<UUID> files = new ArrayList<>();
    for (AnswerDraft draft : drafts) {
      if (draft.files() != null) {
        draft.files().stream().filter(Objects::nonNull).forEach(files::add);
      }
    }
    return files;
  }

  private void check(Survey survey, List<AnswerDraft> drafts) {
    Map<String, Item> items = guideline(survey).itemsByCode();
    List<SubmissionViolation> violations = new ArrayList<>();
    for (AnswerDraft draft : drafts) {
      Item item = items.get(draft.item());
      if (item == null) {
        violations.add(
            new SubmissionViolation(
                "item",
                "unknown-item",
                "guideline %s has no such item".formatted(survey.guideline())));
      } else {
        new AnswerCheck(item, draft, drafts.size() == 1 ? "" : item.code() + ".", false, violations)
            .met();
      }
    }
    if (!violations.isEmpty()) {
      throw new SurveyFaultException(violations);
    }
  }

  /**
   * Takes an answer away.
   *
   * @return false when there was none
   * @throws StaleAnswerException when it is not the expected version
   */
  @Transactional
  public boolean clear(Survey survey, String item, @Nullable Integer expectedVersion) {
    surveys.lock(survey.id());
    Optional<SavedAnswer> present = surveys.answer(survey.id(), item);
    if (present.isEmpty()) {
      return false;
    }
    if (expectedVersion != null && present.get().version() != expectedVersion) {
      throw new StaleAnswerException(item);
    }
    surveys.clear(survey.id(), item);
    surveys.changed(survey.id(), now());
    return true;
  }

  /**
   * Submits the answers.
   *
   * @throws org.carbonpublicity.assessment.submission.InvalidSubmissionException when the survey is
   *     not complete
   * @throws SurveyConflictException when the survey is for another window than the one that is open
   */
  @Transactional
  public Submission submit(Survey of, String actor) {
    // The order of locks is that of a submission: the enterprise first.
    enterprises.lock(of.enterprise());
    surveys.lock(of.id());
    String open = windows.open(of.guideline()).map(AssessmentWindow::id).orElse(null);
    if (!Objects.equals(open, of.window())) {
      throw new SurveyConflictException(
          "survey-of-another-window",
          "the survey is for window %s, and %s is open".formatted(of.window(), open));
    }
    Submission submission =
        submissions.submit(
            new SubmissionDraft(
                of.guideline(),
                of.enterprise(),
                new ArrayList<>(answers(of).values().stream().map(SavedAnswer::answer).toList())),
            actor);
    surveys.submitted(of.id(), submission);
    return submission;
  }

  private void record(String action, Survey survey, Map<String, ?> details) {
    audit.record(action, survey.subject(), details);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
