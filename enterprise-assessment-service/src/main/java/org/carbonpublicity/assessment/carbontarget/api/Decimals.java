package org.carbonpublicity.assessment.carbontarget.api;

import java.math.BigDecimal;
import org.carbonpublicity.assessment.http.FieldFaults;
import org.jspecify.annotations.Nullable;

/** Decimals of requests: of a size with which exact arithmetic stays cheap. */
final class Decimals {

  private static final int DIGITS_BEFORE = 18;
  private static final int DIGITS_AFTER = 12;

  private Decimals() {}

  /** The value; zero, and a fault, when there is none or it is too long. */
  static BigDecimal needed(FieldFaults faults, String field, @Nullable BigDecimal value) {
    if (value == null) {
      faults.add(field, "missing", field + " is needed");
      return BigDecimal.ZERO;
    }
    BigDecimal checked = optional(faults, field, value);
    return checked == null ? BigDecimal.ZERO : checked;
  }

  static @Nullable BigDecimal optional(
      FieldFaults faults, String field, @Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    // As long numbers: the exponent of a request may be anything.
    long before = (long) value.precision() - value.scale();
    if (before > DIGITS_BEFORE || value.scale() > DIGITS_AFTER) {
      faults.add(
          field,
          "too-long",
          "%s has more than %d digits before or %d after the point"
              .formatted(field, DIGITS_BEFORE, DIGITS_AFTER));
      return null;
    }
    return value;
  }
}
