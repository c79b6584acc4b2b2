package org.carbonpublicity.assessment.carbontarget;

/** What happened to a target. */
public enum TargetFact {
  COMMITTED(Audience.PUBLIC),
  /** A definition was saved. */
  DEFINED(Audience.ENTERPRISE),
  SUBMITTED(Audience.PUBLIC),
  PANEL_NAMED(Audience.ASSESSORS),
  VOTED(Audience.ASSESSORS),
  RETURNED(Audience.ENTERPRISE),
  VALIDATED(Audience.PUBLIC),
  PUBLISHED(Audience.PUBLIC),
  PROGRESS_REPORTED(Audience.PUBLIC),
  /** By time alone. */
  STATUS_CHANGED(Audience.PUBLIC),
  WITHDRAWN(Audience.PUBLIC);

  /** Who reads of it, at the widest and once the target is published. */
  public enum Audience {
    PUBLIC,
    ENTERPRISE,
    ASSESSORS
  }

  private final Audience audience;

  TargetFact(Audience audience) {
    this.audience = audience;
  }

  public Audience audience() {
    return audience;
  }

  /** Whether other systems are told. */
  public boolean isTold() {
    return this != DEFINED && audience != Audience.ASSESSORS;
  }
}
