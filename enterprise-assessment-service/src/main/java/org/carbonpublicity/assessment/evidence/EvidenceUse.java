package org.carbonpublicity.assessment.evidence;

import java.util.UUID;

/**
 * What refers to evidence. All beans are asked before a file is deleted, under the lock of its
 * enterprise: whoever refers to a file holds that lock and sees that the file is there.
 */
public interface EvidenceUse {

  /** Whether something refers to the file. */
  boolean isUsed(UUID evidence);
}
