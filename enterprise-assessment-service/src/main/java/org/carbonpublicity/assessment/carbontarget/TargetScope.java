package org.carbonpublicity.assessment.carbontarget;

/** What a target covers. */
public enum TargetScope {
  /** The enterprise with its scopes 1, 2 and 3 of the GHG Protocol. */
  ORGANIZATION,
  /** What the enterprise makes, per functional unit. */
  PRODUCT
}
