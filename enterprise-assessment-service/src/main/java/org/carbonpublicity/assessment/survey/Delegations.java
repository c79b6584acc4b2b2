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
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.submission.SubmissionViolation;
import org.carbonpublicity.assessment.survey.persistence.SurveyRepository;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Who else fills in parts of surveys. */
@ApplicationScoped
public class Delegations {

  private final SurveyRepository surveys;
  private final Surveys all;
  private final Audit audit;
  private final Clock clock;

  Delegations(SurveyRepository surveys, Surveys all, Audit audit, Clock clock) {
    this.surveys = surveys;
    this.all = all;
    this.audit = audit;
    this.clock = clock;
  }

  /** Surveys of which part is delegated to somebody now. */
  @Transactional
  public List<Survey> delegatedTo(String subject) {
    return surveys.delegatedTo(subject, now());
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
    Set<String> known = all.guideline(survey).itemsByCode().keySet();
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
  public List<Delegation> list(Survey survey) {
    return surveys.delegations(survey.id());
  }

  /** Ends a delegation; false when there is none of that id in the survey that has not ended. */
  @Transactional
  public boolean end(Survey survey, UUID id, String actor) {
    boolean ended = surveys.end(survey.id(), id, actor, now());
    if (ended) {
      record("delegation-ended", survey, Map.of("delegation", id.toString()));
    }
    return ended;
  }

  private void record(String action, Survey survey, Map<String, ?> details) {
    audit.record(action, survey.subject(), details);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
