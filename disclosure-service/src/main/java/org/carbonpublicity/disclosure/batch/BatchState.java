package org.carbonpublicity.disclosure.batch;

import java.util.List;

/** Where a disclosure round stands. */
public enum BatchState {
  /** Filled by analysts, seen by them only. */
  DRAFT("import", "review", "publication with reviewWaived", "change", "cancellation"),
  /** Its preliminary footprints are seen and answered by their automakers. */
  IN_REVIEW(
      "feedback-forms",
      "deadline-extensions",
      "recalculation",
      "publication",
      "change",
      "cancellation"),
  /** Nothing is answered any more; what rests on other factors is calculated anew. */
  RECALCULATING("publication"),
  /** A correction that is being filled by the service; it publishes itself. */
  PREPARING(),
  /** Accepted for publication; its events are on their way. */
  PUBLISHING(),
  /** Public, for ever. */
  PUBLISHED(),
  /** Given up, with its reason; nothing of it was ever public. */
  CANCELLED();

  private final List<String> allowed;

  BatchState(String... allowed) {
    this.allowed = List.of(allowed);
  }

  /** What may be done with a batch in this state. */
  public List<String> allowed() {
    return allowed;
  }

  /** Whether a transition of that name stands among them, whatever it needs besides. */
  public boolean allows(String transition) {
    return allowed.stream().anyMatch(name -> name.split(" ", 2)[0].equals(transition));
  }
}
