package org.carbonpublicity.assessment.carbontarget;

/** What was asked for cannot be done at the stage the target is at. */
public final class TargetStageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final TargetStage stage;

  public TargetStageException(TargetStage stage, TargetAction action) {
    super("a target that is " + stage + " takes no " + action.path());
    this.stage = stage;
  }

  public TargetStage stage() {
    return stage;
  }
}
