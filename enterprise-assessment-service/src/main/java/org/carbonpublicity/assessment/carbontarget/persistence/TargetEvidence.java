package org.carbonpublicity.assessment.carbontarget.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.carbonpublicity.assessment.evidence.EvidenceUse;
import org.carbonpublicity.assessment.jdbc.Database;

/** What baselines and reports of targets rest on stays, whatever replaced them. */
@ApplicationScoped
class TargetEvidence implements EvidenceUse {

  private static final String USED =
      """
      select count(*) from carbon_target t join evidence e on e.enterprise = t.enterprise
      where e.id = ?
        and (exists (select 1 from carbon_target_definition d
            where d.target = t.id and d.definition -> 'baseline' -> 'evidence' @> cast(? as jsonb))
          or exists (select 1 from carbon_target_report r
            where r.target = t.id and r.evidence @> cast(? as jsonb)))""";

  private final Database database;

  TargetEvidence(Database database) {
    this.database = database;
  }

  @Override
  public boolean isUsed(UUID evidence) {
    String named = "[\"" + evidence + "\"]";
    return database.count(USED, evidence, named, named) > 0;
  }
}
