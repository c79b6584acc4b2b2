package org.carbonpublicity.assessment.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.carbonpublicity.assessment.evidence.persistence.EvidenceRepository;

/** Asked by whoever is about to refer to evidence. */
@ApplicationScoped
public class EvidenceReferences {

  private final EvidenceRepository repository;

  EvidenceReferences(EvidenceRepository repository) {
    this.repository = repository;
  }

  /**
   * Makes sure that files are there and the enterprise's own. Call it under the lock of the
   * enterprise: none of them is deleted then before what refers to it is written.
   *
   * @throws UnknownEvidenceException naming those that are not
   */
  public void require(String enterprise, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    Set<UUID> unknown = new TreeSet<>(ids);
    unknown.removeAll(repository.known(enterprise, ids));
    if (!unknown.isEmpty()) {
      throw new UnknownEvidenceException(unknown);
    }
  }
}
