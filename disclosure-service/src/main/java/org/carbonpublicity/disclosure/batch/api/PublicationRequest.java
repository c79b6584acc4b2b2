package org.carbonpublicity.disclosure.batch.api;

import org.carbonpublicity.disclosure.http.FieldFaults;
import org.jspecify.annotations.Nullable;

/** Whether a batch is published without review, and why. */
record PublicationRequest(@Nullable Boolean reviewWaived, @Nullable String reason) {

  private static final int LONGEST_REASON = 1_000;

  /** Why the review is waived; null when it is not. */
  @Nullable String waivedReason() {
    if (reviewWaived == null || !reviewWaived) {
      return null;
    }
    FieldFaults faults = new FieldFaults();
    String checked = faults.text("reason", reason, LONGEST_REASON);
    faults.refuse("invalid-publication", "A waived review needs its reason");
    return checked;
  }
}
