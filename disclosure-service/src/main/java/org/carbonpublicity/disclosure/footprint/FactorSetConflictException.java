package org.carbonpublicity.disclosure.footprint;

import java.time.LocalDate;

/** A factor set does not allow what was asked of it, now. */
public final class FactorSetConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why; stable. */
  public enum Kind {
    /** It is or was in force, or footprints were calculated with it. */
    IN_USE,
    /** Its state does not allow it. */
    STATE,
    /** Its effective date lies ahead. */
    NOT_YET_EFFECTIVE,
    /** It would take effect before the set in force. */
    BEFORE_ACTIVE
  }

  private final Kind kind;

  private FactorSetConflictException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  static FactorSetConflictException inUse(String id, FactorSetState state) {
    return new FactorSetConflictException(
        Kind.IN_USE,
        "factor set "
            + id
            + " is "
            + state
            + " and in use, so that its numbers stay; allowed: "
            + String.join(", ", FactorSetState.ACTIVE.allowed())
            + ", or a new set under another id");
  }

  static FactorSetConflictException activation(String id, FactorSetState state) {
    return new FactorSetConflictException(
        Kind.STATE,
        "activation is not possible: factor set "
            + id
            + " is "
            + state
            + "; allowed: "
            + String.join(", ", state.allowed()));
  }

  static FactorSetConflictException notYetEffective(String id, LocalDate from) {
    return new FactorSetConflictException(
        Kind.NOT_YET_EFFECTIVE,
        "factor set " + id + " takes effect on " + from + "; allowed from then: activation");
  }

  static FactorSetConflictException beforeActive(String id, FactorSet active) {
    return new FactorSetConflictException(
        Kind.BEFORE_ACTIVE,
        "factor set "
            + id
            + " would take effect before "
            + active.id()
            + ", in force from "
            + active.effectiveFrom()
            + "; allowed: change of effectiveFrom");
  }

  public Kind kind() {
    return kind;
  }
}
