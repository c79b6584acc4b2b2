package org.carbonpublicity.assessment.result;

import java.util.Set;
import java.util.UUID;

/** What the assessors rejected of a submission. */
public interface RejectedItems {

  /**
   * Items that count as not met though they were answered with yes: those rejected in the completed
   * review, without those granted in a decided appeal.
   */
  Set<String> of(UUID assessment);
}
