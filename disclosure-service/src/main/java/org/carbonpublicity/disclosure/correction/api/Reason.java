package org.carbonpublicity.disclosure.correction.api;

import java.util.List;
import java.util.Objects;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.jspecify.annotations.Nullable;

/** What every correction by JSON states: its reason, and models. */
final class Reason {

  private static final int LONGEST_REASON = 1_000;

  private Reason() {}

  /** The reason of a request; a 422 problem unless it stands there with a list of models. */
  static String of(@Nullable String reason, String field, @Nullable List<?> models) {
    FieldFaults faults = new FieldFaults();
    String checked = faults.text("reason", reason, LONGEST_REASON);
    if (models == null || models.isEmpty()) {
      faults.add(field, "missing", "one at least");
    } else if (models.stream().anyMatch(Objects::isNull)) {
      faults.add(field, "missing", "null stands among them");
    }
    faults.refuse("invalid-correction", "The correction breaks rules");
    return checked;
  }

  /** The reason of a file, given as a query parameter. */
  static String of(@Nullable String reason) {
    return of(reason, "", List.of(""));
  }
}
