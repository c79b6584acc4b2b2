package org.carbonpublicity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.carbonpublicity.audit.AuditChain.Anchor;
import org.carbonpublicity.audit.AuditChain.Break;
import org.carbonpublicity.audit.AuditChain.Outcome;
import org.carbonpublicity.audit.persistence.AuditRepository;
import org.jspecify.annotations.Nullable;

/** Goes along the whole chain as it stands in the database; memory does not grow with it. */
@ApplicationScoped
public class AuditVerification {

  private final AuditRepository repository;

  AuditVerification(AuditRepository repository) {
    this.repository = repository;
  }

  /**
   * @param anchor an earlier end of the chain that was kept elsewhere; null where there is none
   */
  @Transactional
  public Outcome run(@Nullable Anchor anchor) {
    AuditChain chain = new AuditChain(anchor);
    Anchor head = repository.stream(chain::accept);
    Outcome outcome = chain.end(head);
    List<String> missing = repository.missingProtection();
    if (outcome.intact() && !missing.isEmpty()) {
      return new Outcome(
          false,
          outcome.entries(),
          outcome.end(),
          new Break(
              outcome.end().position(),
              "unprotected",
              "the database does not refuse changes: " + String.join(", ", missing)));
    }
    return outcome;
  }
}
