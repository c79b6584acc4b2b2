package org.carbonpublicity.rating.label;

import java.util.EnumSet;
import java.util.Set;

/** What an analyst may do with a label. */
public enum LabelTransition {
  APPROVAL("approval", EnumSet.of(LabelState.APPLIED), LabelState.VALID),
  REJECTION("rejection", EnumSet.of(LabelState.APPLIED), LabelState.REJECTED),
  SUSPENSION("suspension", EnumSet.of(LabelState.VALID), LabelState.SUSPENDED),
  REINSTATEMENT("reinstatement", EnumSet.of(LabelState.SUSPENDED), LabelState.VALID),
  REVOCATION("revocation", EnumSet.of(LabelState.VALID, LabelState.SUSPENDED), LabelState.REVOKED);

  private final String word;
  private final Set<LabelState> from;
  private final LabelState to;

  LabelTransition(String word, Set<LabelState> from, LabelState to) {
    this.word = word;
    this.from = from;
    this.to = to;
  }

  /** Its name in addresses and answers. */
  public String word() {
    return word;
  }

  public Set<LabelState> from() {
    return EnumSet.copyOf(from);
  }

  public LabelState to() {
    return to;
  }
}
