package org.carbonpublicity.disclosure.outlier;

import java.util.List;

/** Where the judgement of an outlier stands. */
public enum OutlierState {
  /** Found, nobody has said anything. */
  OPEN(List.of("acceptance", "question")),
  /** The automaker of the model was asked. */
  QUESTIONED(List.of("acceptance", "answer")),
  /** The automaker has answered. */
  ANSWERED(List.of("acceptance", "question")),
  /** An analyst takes the values as they are. */
  ACCEPTED(List.of()),
  /** A later scan no longer finds it: a correction has removed it. */
  RESOLVED(List.of());

  private final List<String> allowed;

  OutlierState(List<String> allowed) {
    this.allowed = allowed;
  }

  /** What may be said in this state. */
  public List<String> allowed() {
    return allowed;
  }
}
