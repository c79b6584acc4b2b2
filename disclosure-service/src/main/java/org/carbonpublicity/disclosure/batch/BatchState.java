package org.carbonpublicity.disclosure.batch;

import java.util.List;

/** Where a disclosure round stands. */
public enum BatchState {
  /** Filled by analysts, seen by them only. */
  DRAFT(List.of("import", "review", "publication with reviewWaived")),
  /** Its preliminary footprints are seen and answered by their automakers. */
  IN_REVIEW(List.of("feedback-forms", "publication")),
  /** Accepted for publication; its events are on their way. */
  PUBLISHING(List.of()),
  /** Public, for ever. */
  PUBLISHED(List.of());

  private final List<String> allowed;

  BatchState(List<String> allowed) {
    this.allowed = allowed;
  }

  /** What may be done with a batch in this state. */
  public List<String> allowed() {
    return allowed;
  }
}
