package org.carbonpublicity.rating.label;

import java.util.List;

/** What is asked of a label is not possible now. */
public final class LabelConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<LabelTransition> allowed;

  LabelConflictException(String code, String message, List<LabelTransition> allowed) {
    super(message);
    this.code = code;
    this.allowed = List.copyOf(allowed);
  }

  /** A stable word. */
  public String code() {
    return code;
  }

  /** What is possible instead. */
  public List<LabelTransition> allowed() {
    return allowed;
  }
}
