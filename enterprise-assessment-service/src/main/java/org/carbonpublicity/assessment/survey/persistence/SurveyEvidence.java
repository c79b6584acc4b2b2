package org.carbonpublicity.assessment.survey.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.carbonpublicity.assessment.evidence.EvidenceUse;
import org.carbonpublicity.assessment.jdbc.Database;

/** A file stays while a saved answer names it. */
@ApplicationScoped
class SurveyEvidence implements EvidenceUse {

  private static final String USED =
      """
      select count(*) from survey_answer a join survey s on s.id = a.survey
      join evidence e on e.enterprise = s.enterprise
      where e.id = ? and a.answer @> cast(? as jsonb)""";

  private final Database database;

  SurveyEvidence(Database database) {
    this.database = database;
  }

  @Override
  public boolean isUsed(UUID evidence) {
    return database.count(USED, evidence, "{\"files\": [\"" + evidence + "\"]}") > 0;
  }
}
