package org.carbonpublicity.assessment.submission.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.carbonpublicity.assessment.evidence.EvidenceUse;
import org.carbonpublicity.assessment.jdbc.Database;

/** What was submitted keeps its files, superseded or not. */
@ApplicationScoped
class SubmittedEvidence implements EvidenceUse {

  private static final String USED =
      """
      select count(*) from submission s join evidence e on e.enterprise = s.enterprise
      where e.id = ? and s.answers @> cast(? as jsonb)""";

  private final Database database;

  SubmittedEvidence(Database database) {
    this.database = database;
  }

  @Override
  public boolean isUsed(UUID evidence) {
    return database.count(USED, evidence, "[{\"files\": [\"" + evidence + "\"]}]") > 0;
  }
}
