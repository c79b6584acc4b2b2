package org.carbonpublicity.assessment.carbontarget;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.carbonpublicity.assessment.carbontarget.events.TargetEvents;
import org.carbonpublicity.assessment.carbontarget.persistence.TargetRepository;
import org.carbonpublicity.assessment.enterprise.persistence.EnterpriseRepository;
import org.carbonpublicity.audit.Audit;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every change, inside the caller's transaction: the enterprise is locked, what time
 * has done is written down first, and each fact leaves its history entry, its audit entry and its
 * event.
 */
@ApplicationScoped
class TargetChanges {

  private final TargetRepository targets;
  private final EnterpriseRepository enterprises;
  private final TargetEvents events;
  private final Audit audit;
  private final Clock clock;

  TargetChanges(
      TargetRepository targets,
      EnterpriseRepository enterprises,
      TargetEvents events,
      Audit audit,
      Clock clock) {
    this.targets = targets;
    this.enterprises = enterprises;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * The target, locked for a change.
   *
   * @throws StaleTargetException when it is not the expected one
   * @throws TargetStageException when its stage does not allow the action
   */
  Optional<CarbonTarget> open(UUID id, TargetAction action, Predicate<CarbonTarget> expected) {
    Optional<CarbonTarget> locked = lock(id);
    locked.ifPresent(
        target -> {
          if (!expected.test(target)) {
            throw new StaleTargetException();
          }
          if (!target.stage().allows(action)) {
            throw new TargetStageException(target.stage(), action);
          }
        });
    return locked.map(this::settled);
  }

  /** Writes down, and tells, what time has done to the target since it was last written. */
  Optional<CarbonTarget> settle(UUID id) {
    return lock(id).map(this::settled);
  }

  private Optional<CarbonTarget> lock(UUID id) {
    return targets
        .find(id)
        .flatMap(
            found -> {
              enterprises.lock(found.enterprise());
              return targets.find(id);
            });
  }

  private CarbonTarget settled(CarbonTarget target) {
    return Standing.of(target, today()).state() == target.recordedState()
        ? target
        : conclude(target.id(), TargetFact.STATUS_CHANGED, null, null);
  }

  /** The target after a fact whose rows are written; {@code actor} is null for the platform. */
  CarbonTarget conclude(UUID id, TargetFact fact, @Nullable String detail, @Nullable String actor) {
    Standing standing = Standing.of(targets.get(id), today());
    targets.settle(id, standing.state(), standing.nextDueOn());
    CarbonTarget after = targets.get(id);
    targets.remember(id, fact, standing.state(), detail, actor, now());
    audit.record(
        "carbon-target-" + fact.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "carbon-target/" + id,
        Map.of(
            "enterprise", after.enterprise(),
            "version", after.version(),
            "state", standing.state().name()));
    if (fact.isTold()) {
      events.changed(after, standing, fact, now());
    }
    return after;
  }
}
