package org.carbonpublicity.assessment.carbontarget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.assessment.carbontarget.persistence.TargetRepository;

/** Tells of targets of which time has run out. */
@ApplicationScoped
public class OverdueTargets {

  private final TargetRepository targets;
  private final TargetChanges changes;

  OverdueTargets(TargetRepository targets, TargetChanges changes) {
    this.targets = targets;
    this.changes = changes;
  }

  /** Tells of the next one, once however many instances look; false when there is none. */
  @Transactional
  public boolean next() {
    Optional<UUID> overdue = targets.nextOverdue(changes.today());
    overdue.ifPresent(changes::settle);
    return overdue.isPresent();
  }
}
