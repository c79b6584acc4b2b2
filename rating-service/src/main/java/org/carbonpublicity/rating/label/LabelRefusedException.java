package org.carbonpublicity.rating.label;

import java.util.List;

/** An application is wrong; nothing of it was stored. */
public final class LabelRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<LabelFault> faults;

  LabelRefusedException(List<LabelFault> faults) {
    super(faults.size() + " fault(s)");
    this.faults = List.copyOf(faults);
  }

  public List<LabelFault> faults() {
    return faults;
  }
}
