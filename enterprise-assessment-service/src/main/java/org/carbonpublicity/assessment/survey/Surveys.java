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
import org.carbonpublicity.assessment.submission.Answer;
import org.carbonpublicity.assessment.submission.AnswerCheck;
import org.carbonpublicity.assessment.submission.AnswerDraft;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.submission.SubmissionDraft;
import org.carbonpublicity.assessment.submission.SubmissionViolation;
import org.carbonpublicity.assessment.submission.Submissions;
import org.carbonpublicity.assessment.submission.persistence.SubmissionRepository;
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
  private final SubmissionRepository earlier;
  private final Submissions submissions;
  private final EvidenceReferences evidence;
  private final Audit audit;
  private final Clock clock;

  Surveys(
      SurveyRepository surveys,
      GuidelineRepository guidelines,
      EnterpriseRepository enterprises,
      Windows windows,
      SubmissionRepository earlier,
      Submissions submissions,
      EvidenceReferences evidence,
      Audit audit,
      Clock clock) {
    this.surveys = surveys;
    this.guidelines = guidelines;
    this.enterprises = enterprises;
    this.windows = windows;
    this.earlier = earlier;
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

  /** Surveys of which part is delegated to somebody now. */
  @Transactional
  public List<Survey> delegatedTo(String subject) {
    return surveys.delegatedTo(subject, now());
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
   * Copies the answers of an earlier submission of the enterprise to where there is none yet.
   *
   * @param from the submission; the enterprise's last one to this guideline, or to the one it
   *     replaces, when absent
   * @throws SurveyConflictException when there is no such submission of the enterprise
   */
  @Transactional
  public CopiedForward copyForward(Survey survey, @Nullable UUID from, String actor) {
    surveys.lock(survey.id());
    Guideline guideline = guideline(survey);
    Submission source =
        (from == null ? last(survey, guideline) : earlier.find(from))
            .filter(submission -> submission.enterprise().equals(survey.enterprise()))
            .orElseThrow(
                () ->
                    new SurveyConflictException(
                        "nothing-to-copy", "there is no earlier submission of the enterprise"));
    Map<String, Item> before =
        guidelines.find(source.guideline()).orElseThrow().guideline().itemsByCode();
    Map<String, SavedAnswer> present = answers(survey);
    List<String> copied = new ArrayList<>();
    List<String> reworded = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    List<String> open = new ArrayList<>(guideline.itemsByCode().keySet());
    for (Answer answer : source.answers()) {
      Item item = guideline.itemsByCode().get(answer.item());
      if (item == null || !open.remove(item.code())) {
        continue;
      }
      AnswerDraft draft = Completeness.draft(answer);
      if (present.containsKey(item.code())) {
        kept.add(item.code());
      } else if (fits(item, draft)) {
        surveys.save(survey.id(), draft, 0, actor, now());
        copied.add(item.code());
        if (!item.equals(before.get(item.code()))) {
          reworded.add(item.code());
        }
      } else {
        open.add(item.code());
      }
    }
    surveys.changed(survey.id(), now());
    record(
        "answers-copied-forward", survey, Map.of("from", source.id().toString(), "items", copied));
    return new CopiedForward(source.id(), copied, reworded, kept, open);
  }

  private static boolean fits(Item item, AnswerDraft draft) {
    List<SubmissionViolation> violations = new ArrayList<>();
    new AnswerCheck(item, draft, "", false, violations).met();
    return violations.isEmpty();
  }

  private Optional<Submission> last(Survey survey, Guideline guideline) {
    return earlier
        .last(survey.enterprise(), guideline.id())
        .or(
            () ->
                Optional.ofNullable(guideline.replaces())
                    .flatMap(before -> earlier.last(survey.enterprise(), before)));
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

  /**
   * Lets somebody else fill in part of a survey.
   *
   * @throws SurveyFaultException when an item is not one of the guideline's, or the end has passed
   */
  @Transactional
  public Delegation delegate(
      Survey survey,
      String subject,
      List<String> items,
      @Nullable String note,
      @Nullable Instant until,
      String actor) {
    Set<String> known = guideline(survey).itemsByCode().keySet();
    List<SubmissionViolation> violations = new ArrayList<>();
    items.stream()
        .filter(item -> !known.contains(item))
        .forEach(
            item ->
                violations.add(
                    new SubmissionViolation("items", "unknown-item", "there is no item " + item)));
    if (until != null && !until.isAfter(now())) {
      violations.add(new SubmissionViolation("until", "out-of-range", "until has passed"));
    }
    if (!violations.isEmpty()) {
      throw new SurveyFaultException(violations);
    }
    Delegation delegation =
        new Delegation(
            UUID.randomUUID(),
            survey.id(),
            subject,
            items.stream().distinct().toList(),
            note,
            until,
            now(),
            actor,
            null);
    surveys.insert(delegation);
    record(
        "items-delegated",
        survey,
        Map.of(
            "delegation", delegation.id().toString(),
            "to", subject,
            "items", delegation.items(),
            "until", Objects.toString(until, "")));
    return delegation;
  }

  /** Delegations of a survey, oldest first, ended ones too. */
  @Transactional
  public List<Delegation> delegations(Survey survey) {
    return surveys.delegations(survey.id());
  }

  /** Ends a delegation; false when there is none of that id in the survey that has not ended. */
  @Transactional
  public boolean endDelegation(Survey survey, UUID id, String actor) {
    boolean ended = surveys.end(survey.id(), id, actor, now());
    if (ended) {
      record("delegation-ended", survey, Map.of("delegation", id.toString()));
    }
    return ended;
  }

  private void record(String action, Survey survey, Map<String, ?> details) {
    audit.record(action, "survey/" + survey.id(), details);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
