package org.carbonpublicity.assessment.review.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.carbonpublicity.assessment.evidence.EvidenceUse;
import org.carbonpublicity.assessment.jdbc.Database;

/** What an enterprise answered or appealed with stays. */
@ApplicationScoped
class ReviewEvidence implements EvidenceUse {

  private static final String USED =
      """
      select count(*) from assessment a join evidence e on e.enterprise = a.enterprise
      where e.id = ?
        and (exists (select 1 from review_question q where q.assessment = a.id and e.id = any(q.evidence))
          or exists (select 1 from appeal_item i where i.assessment = a.id and e.id = any(i.evidence)))""";

  private final Database database;

  ReviewEvidence(Database database) {
    this.database = database;
  }

  @Override
  public boolean isUsed(UUID evidence) {
    return database.count(USED, evidence) > 0;
  }
}
