package org.carbonpublicity.assessment.submission;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Evidence files that answers refer to. */
public interface AttachedFiles {

  /** Those of the ids that are no file of the enterprise. */
  Set<UUID> unknown(String enterprise, Collection<UUID> ids);
}
