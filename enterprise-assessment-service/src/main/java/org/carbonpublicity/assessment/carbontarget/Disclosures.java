package org.carbonpublicity.assessment.carbontarget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.carbontarget.persistence.TargetRepository;
import org.carbonpublicity.assessment.evidence.EvidenceReferences;
import org.jspecify.annotations.Nullable;

/** What everyone gets to read: published targets and how far enterprises have come. */
@ApplicationScoped
public class Disclosures {

  private final TargetRepository targets;
  private final TargetChanges changes;
  private final EvidenceReferences files;

  Disclosures(TargetRepository targets, TargetChanges changes, EvidenceReferences files) {
    this.files = files;
    this.targets = targets;
    this.changes = changes;
  }

  /**
   * The target goes to everyone.
   *
   * @return empty when there is no such target
   */
  @Transactional
  public Optional<CarbonTarget> publish(UUID id, Predicate<CarbonTarget> expected, String actor) {
    return changes
        .open(id, TargetAction.PUBLISH, expected)
        .map(
            target -> {
              targets.publish(id, changes.now());
              return changes.conclude(id, TargetFact.PUBLISHED, null, actor);
            });
  }

  /**
   * Reports a checkpoint; a later report of the year corrects the one before, which stays.
   *
   * @param value in the unit of the baseline
   * @return empty when there is no such target
   * @throws InvalidTargetException when the year is no checkpoint or not over, or the value is
   *     negative
   */
  @Transactional
  public Optional<CarbonTarget> report(
      UUID id,
      int year,
      BigDecimal value,
      List<UUID> evidence,
      @Nullable String comment,
      String actor) {
    return changes
        .open(id, TargetAction.REPORT, any -> true)
        .map(
            target -> {
              check(target, year, value);
              files.require(target.enterprise(), evidence);
              int revision = 1 + target.report(year).map(CheckpointReport::revision).orElse(0);
              targets.report(
                  id,
                  new CheckpointReport(
                      year, revision, value, evidence, comment, changes.now(), actor));
              return changes.conclude(
                  id,
                  TargetFact.PROGRESS_REPORTED,
                  "%d, revision %d: %s".formatted(year, revision, value.toPlainString()),
                  actor);
            });
  }

  private void check(CarbonTarget target, int year, BigDecimal value) {
    TargetDefinition definition = target.definition();
    if (definition == null || definition.checkpoints().stream().noneMatch(c -> c.year() == year)) {
      throw refusal("year", "no-checkpoint", year + " is no checkpoint of this target");
    }
    if (year >= changes.today().getYear()) {
      throw refusal("year", "year-not-over", year + " is not over");
    }
    if (value.signum() < 0) {
      throw refusal("value", "negative", "a value is not below zero");
    }
  }

  private static InvalidTargetException refusal(String field, String code, String message) {
    return new InvalidTargetException(List.of(new TargetViolation(field, code, message)));
  }
}
