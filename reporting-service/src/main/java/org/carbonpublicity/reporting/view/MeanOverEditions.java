package org.carbonpublicity.reporting.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Models on sale of an edition that have something in common.
 *
 * @param key what they have in common: a powertrain, a country style, a group, an enterprise's code
 * @param name how it is called
 * @param models at least 1
 * @param footprintSum in gCO2e/km, exact
 */
public record MeanOverEditions(
    int edition,
    @Nullable LocalDate asOf,
    String key,
    String name,
    long models,
    BigDecimal footprintSum) {

  /** What models may have in common. */
  public enum By {
    POWERTRAIN,
    STYLE,
    GROUP,
    ENTERPRISE
  }
}
