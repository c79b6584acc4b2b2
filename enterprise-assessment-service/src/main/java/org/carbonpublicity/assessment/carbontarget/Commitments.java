package org.carbonpublicity.assessment.carbontarget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.carbontarget.persistence.PathwayRepository;
import org.carbonpublicity.assessment.carbontarget.persistence.TargetRepository;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.assessment.evidence.EvidenceReferences;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an enterprise does with its target before and beside its publication. */
@ApplicationScoped
public class Commitments {

  private final TargetRepository targets;
  private final PathwayRepository pathways;
  private final EnterpriseRepository enterprises;
  private final TargetChanges changes;
  private final EvidenceReferences evidence;
  private final MonthDay reportsDue;

  Commitments(
      TargetRepository targets,
      PathwayRepository pathways,
      EnterpriseRepository enterprises,
      TargetChanges changes,
      EvidenceReferences evidence,
      @ConfigProperty(name = "assessment.target.reports-due") String reportsDue) {
    this.targets = targets;
    this.pathways = pathways;
    this.enterprises = enterprises;
    this.changes = changes;
    this.evidence = evidence;
    this.reportsDue = MonthDay.parse("--" + reportsDue);
  }

  /**
   * Starts the clock: the submission is in time until the end of the same day (UTC) of the next
   * year; from 29 February until that of 28 February.
   *
   * @return empty when the enterprise is not known
   */
  @Transactional
  public Optional<CarbonTarget> commit(
      String enterprise, TargetScope scope, Boundary boundary, String actor) {
    return enterprises
        .lock(enterprise)
        .map(
            known -> {
              Instant now = changes.now();
              LocalDate due = submissionDueOn(changes.today());
              UUID id = targets.add(known.code(), scope, boundary, now, actor, due);
              return changes.conclude(id, TargetFact.COMMITTED, null, actor);
            });
  }

  static LocalDate submissionDueOn(LocalDate committedOn) {
    return committedOn.plusYears(1);
  }

  /**
   * Saves a definition; the one before stays in the history of the target.
   *
   * @return empty when there is no such target
   * @throws InvalidTargetException that names all that is wrong
   * @throws org.carbonpublicity.assessment.evidence.UnknownEvidenceException when a file is not the
   *     enterprise's
   */
  @Transactional
  public Optional<CarbonTarget> define(
      UUID id, TargetDraft draft, Predicate<CarbonTarget> expected, String actor) {
    return changes
        .open(id, TargetAction.DEFINE, expected)
        .map(
            target -> {
              SectorPathway pathway =
                  Optional.ofNullable(draft.pathway()).flatMap(pathways::latest).orElse(null);
              TargetDefinition definition =
                  TargetRules.define(draft, target.scope(), pathway, changes.today(), reportsDue);
              evidence.require(target.enterprise(), definition.baseline().evidence());
              targets.define(id, definition, changes.now(), actor);
              return changes.conclude(id, TargetFact.DEFINED, null, actor);
            });
  }

  /**
   * Hands the definition to the experts. Late is possible, too; that it was late stays in the
   * history.
   *
   * @return empty when there is no such target
   * @throws InvalidTargetException when nothing is defined, or time has overtaken the definition
   */
  @Transactional
  public Optional<CarbonTarget> submit(UUID id, Predicate<CarbonTarget> expected, String actor) {
    return changes
        .open(id, TargetAction.SUBMIT, expected)
        .map(
            target -> {
              checkDefined(target);
              targets.submit(id, changes.now());
              return changes.conclude(id, TargetFact.SUBMITTED, null, actor);
            });
  }

  private void checkDefined(CarbonTarget target) {
    TargetDefinition definition = target.definition();
    if (definition == null) {
      throw new InvalidTargetException(
          List.of(new TargetViolation("target", "missing", "define the target first")));
    }
    if (definition.targetYear() <= changes.today().getYear()) {
      throw new InvalidTargetException(
          List.of(
              new TargetViolation(
                  "targetYear", "out-of-range", definition.targetYear() + " has come")));
    }
  }

  /**
   * Gives the target up, for good.
   *
   * @return empty when there is no such target
   */
  @Transactional
  public Optional<CarbonTarget> withdraw(
      UUID id, String reason, Predicate<CarbonTarget> expected, String actor) {
    return changes
        .open(id, TargetAction.WITHDRAW, expected)
        .map(
            target -> {
              targets.withdraw(id, reason, changes.now());
              return changes.conclude(id, TargetFact.WITHDRAWN, reason, actor);
            });
  }
}
