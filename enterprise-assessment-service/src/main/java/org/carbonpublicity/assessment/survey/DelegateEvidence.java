package org.carbonpublicity.assessment.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.carbonpublicity.assessment.evidence.Evidence;
import org.carbonpublicity.assessment.evidence.EvidenceReader;
import org.carbonpublicity.assessment.survey.persistence.SurveyRepository;
import org.jspecify.annotations.Nullable;

/**
 * A delegate adds evidence, and reads what was added by himself or stands at a delegated item,
 * while something is delegated to him.
 */
@ApplicationScoped
class DelegateEvidence implements EvidenceReader {

  private final SurveyRepository surveys;
  private final Clock clock;

  DelegateEvidence(SurveyRepository surveys, Clock clock) {
    this.surveys = surveys;
    this.clock = clock;
  }

  @Override
  @Transactional
  public boolean mayRead(String subject, Evidence evidence) {
    List<Survey> delegated = delegated(subject, evidence.enterprise());
    return !delegated.isEmpty()
        && (evidence.uploadedBy().equals(subject)
            || delegated.stream().anyMatch(survey -> names(survey, subject, evidence.id())));
  }

  @Override
  @Transactional
  public boolean mayAdd(String subject, String enterprise) {
    return !delegated(subject, enterprise).isEmpty();
  }

  private List<Survey> delegated(String subject, String enterprise) {
    return surveys.delegatedTo(subject, clock.instant()).stream()
        .filter(survey -> survey.enterprise().equals(enterprise))
        .toList();
  }

  private boolean names(Survey survey, String subject, UUID file) {
    Instant now = clock.instant();
    Set<String> items = new HashSet<>();
    surveys.delegations(survey.id()).stream()
        .filter(delegation -> delegation.subject().equals(subject) && delegation.isValid(now))
        .forEach(delegation -> items.addAll(delegation.items()));
    return surveys.answers(survey.id(), items).values().stream()
        .map(saved -> saved.answer().files())
        .filter(Objects::nonNull)
        .anyMatch((@Nullable List<@Nullable UUID> files) -> files != null && files.contains(file));
  }
}
