package org.carbonpublicity.assessment.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.guideline.Guideline;
import org.carbonpublicity.assessment.guideline.Item;
import org.carbonpublicity.assessment.guideline.persistence.GuidelineRepository;
import org.carbonpublicity.assessment.submission.Answer;
import org.carbonpublicity.assessment.submission.AnswerCheck;
import org.carbonpublicity.assessment.submission.AnswerDraft;
import org.carbonpublicity.assessment.submission.Submission;
import org.carbonpublicity.assessment.submission.SubmissionViolation;
import org.carbonpublicity.assessment.submission.persistence.SubmissionRepository;
import org.carbonpublicity.assessment.survey.persistence.SurveyRepository;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Answers of an earlier year as the beginning of this one's. */
@ApplicationScoped
public class ForwardCopies {

  private final SurveyRepository surveys;
  private final Surveys all;
  private final GuidelineRepository guidelines;
  private final SubmissionRepository earlier;
  private final Audit audit;
  private final Clock clock;

  ForwardCopies(
      SurveyRepository surveys,
      Surveys all,
      GuidelineRepository guidelines,
      SubmissionRepository earlier,
      Audit audit,
      Clock clock) {
    this.surveys = surveys;
    this.all = all;
    this.guidelines = guidelines;
    this.earlier = earlier;
    this.audit = audit;
    this.clock = clock;
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
    Guideline guideline = all.guideline(survey);
    Submission source =
        (from == null ? last(survey, guideline) : earlier.find(from))
            .filter(submission -> submission.enterprise().equals(survey.enterprise()))
            .orElseThrow(
                () ->
                    new SurveyConflictException(
                        "nothing-to-copy", "there is no earlier submission of the enterprise"));
    Map<String, Item> before =
        guidelines.find(source.guideline()).orElseThrow().guideline().itemsByCode();
    Map<String, SavedAnswer> present = all.answers(survey);
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
    audit.record(
        "answers-copied-forward",
        survey.subject(),
        Map.of("from", source.id().toString(), "items", copied));
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

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
