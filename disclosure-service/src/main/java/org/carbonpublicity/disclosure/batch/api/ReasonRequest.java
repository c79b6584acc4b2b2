package org.carbonpublicity.disclosure.batch.api;

import org.carbonpublicity.disclosure.http.FieldFaults;
import org.jspecify.annotations.Nullable;

/** Why something is done. */
record ReasonRequest(@Nullable String reason) {

  static final int LONGEST_REASON = 1_000;

  String checked() {
    FieldFaults faults = new FieldFaults();
    String checked = faults.text("reason", reason, LONGEST_REASON);
    faults.refuse("invalid-cancellation", "A cancellation needs its reason");
    return checked;
  }
}
