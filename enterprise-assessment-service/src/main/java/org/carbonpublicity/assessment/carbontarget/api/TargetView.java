package org.carbonpublicity.assessment.carbontarget.api;

import org.carbonpublicity.assessment.carbontarget.TargetFact.Audience;

/** As whom a caller reads a target. */
enum TargetView {
  PUBLIC(Audience.PUBLIC),
  ENTERPRISE(Audience.ENTERPRISE),
  EXPERT(Audience.ASSESSORS),
  ASSESSOR(Audience.ASSESSORS);

  private final Audience audience;

  TargetView(Audience audience) {
    this.audience = audience;
  }

  /** Whether this reader reads what is meant for the audience. */
  boolean reads(Audience meant) {
    return meant.compareTo(audience) <= 0;
  }

  boolean isInside() {
    return this != PUBLIC;
  }

  /** Whether names of experts, and votes before the panel has decided, are shown. */
  boolean seesPanel() {
    return audience == Audience.ASSESSORS;
  }
}
