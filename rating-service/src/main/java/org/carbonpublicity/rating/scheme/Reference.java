package org.carbonpublicity.rating.scheme;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Either a positive reference in gCO2e/km or the reason why there is none. */
public record Reference(@Nullable BigDecimal gramsPerKm, @Nullable UnratedReason reason) {

  static Reference of(BigDecimal gramsPerKm) {
    return new Reference(gramsPerKm, null);
  }

  static Reference missing(UnratedReason reason) {
    return new Reference(null, reason);
  }
}
