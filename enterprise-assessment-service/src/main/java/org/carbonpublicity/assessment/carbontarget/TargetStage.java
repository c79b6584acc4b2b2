package org.carbonpublicity.assessment.carbontarget;

import java.util.List;

/** How far a target has come by what people did; {@link TargetState} adds what time does. */
public enum TargetStage {
  /** Promised; also after a panel returned it. */
  COMMITTED(TargetAction.DEFINE, TargetAction.SUBMIT, TargetAction.WITHDRAW),
  /** Before the panel of experts. */
  SUBMITTED(TargetAction.NAME_PANEL, TargetAction.VOTE, TargetAction.WITHDRAW),
  VALIDATED(TargetAction.PUBLISH, TargetAction.WITHDRAW),
  /** Everyone reads it; its checkpoints are reported. */
  PUBLISHED(TargetAction.REPORT, TargetAction.WITHDRAW),
  /** Given up; what was published stays visible. */
  WITHDRAWN();

  private final List<TargetAction> actions;

  TargetStage(TargetAction... actions) {
    this.actions = List.of(actions);
  }

  public boolean allows(TargetAction action) {
    return actions.contains(action);
  }

  /** Paths of what can be done. */
  public List<String> allowed() {
    return actions.stream().map(TargetAction::path).toList();
  }
}
