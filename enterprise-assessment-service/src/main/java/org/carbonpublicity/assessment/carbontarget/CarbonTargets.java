package org.carbonpublicity.assessment.carbontarget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.carbontarget.persistence.TargetRepository;
import org.jspecify.annotations.Nullable;

/** Reading of targets. */
@ApplicationScoped
public class CarbonTargets {

  private final TargetRepository targets;
  private final TargetChanges changes;

  CarbonTargets(TargetRepository targets, TargetChanges changes) {
    this.targets = targets;
    this.changes = changes;
  }

  @Transactional
  public Optional<CarbonTarget> find(UUID id) {
    return targets.find(id);
  }

  /** Targets in the order of commitment, after the given number; by their state of today. */
  @Transactional
  public List<CarbonTarget> list(TargetFilter filter, @Nullable Long afterNumber, int limit) {
    return targets.list(filter, today(), afterNumber == null ? 0 : afterNumber, limit);
  }

  @Transactional
  public List<HistoryEntry> history(UUID id) {
    return targets.history(id);
  }

  /** Where a target stands now. */
  public Standing standing(CarbonTarget target) {
    return Standing.of(target, today());
  }

  private LocalDate today() {
    return changes.today();
  }
}
