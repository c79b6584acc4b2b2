package org.carbonpublicity.assessment.evidence;

import java.util.Set;
import java.util.UUID;

/** Something refers to files that are not there, or are not the enterprise's. */
public class UnknownEvidenceException extends RuntimeException {

  private final transient Set<UUID> ids;

  UnknownEvidenceException(Set<UUID> ids) {
    super(ids.size() + " file(s) of evidence are not known");
    this.ids = Set.copyOf(ids);
  }

  public Set<UUID> ids() {
    return ids;
  }
}
