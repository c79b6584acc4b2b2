package org.carbonpublicity.rating.label;

import java.util.Arrays;
import java.util.List;

/** Where a label stands. */
public enum LabelState {
  APPLIED,
  REJECTED,
  VALID,
  SUSPENDED,
  REVOKED,
  /** Its validity is over; follows from the date, whatever else was said before. */
  EXPIRED;

  /** What may be done with it. */
  public List<LabelTransition> transitions() {
    return Arrays.stream(LabelTransition.values())
        .filter(transition -> transition.from().contains(this))
        .toList();
  }
}
