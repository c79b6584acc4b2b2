package org.carbonpublicity.assessment.carbontarget;

/** What can be done with a target, by the last part of the path that is called. */
public enum TargetAction {
  DEFINE("target"),
  SUBMIT("submission"),
  NAME_PANEL("panel"),
  VOTE("vote"),
  PUBLISH("publication"),
  REPORT("reports"),
  WITHDRAW("withdrawal");

  private final String path;

  TargetAction(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }
}
