package org.carbonpublicity.assessment.conflict;

import jakarta.enterprise.context.ApplicationScoped;
import org.carbonpublicity.assessment.carbontarget.PanelBar;
import org.carbonpublicity.assessment.evidence.EvidenceBar;

/**
 * An assessor in conflict of interest with an enterprise has nothing to do with its evidence, and
 * is no expert for its targets.
 */
@ApplicationScoped
class ConflictBar implements EvidenceBar, PanelBar {

  private final Conflicts conflicts;

  ConflictBar(Conflicts conflicts) {
    this.conflicts = conflicts;
  }

  @Override
  public boolean isBarred(String subject, String enterprise) {
    return conflicts.exists(subject, enterprise);
  }
}
