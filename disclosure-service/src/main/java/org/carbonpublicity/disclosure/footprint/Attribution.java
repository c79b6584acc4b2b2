package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The part of a difference between two footprints that one change makes.
 *
 * @param name of the input, of the factor or of the group of shares that changed; {@code
 *     calculation} for a change of method
 * @param from what it was; null where nothing was stated
 * @param unit of {@code from} and {@code to}
 * @param gramsPerKm gCO2e/km, exact
 */
public record Attribution(
    Kind kind,
    String name,
    @Nullable String from,
    @Nullable String to,
    @Nullable String unit,
    BigDecimal gramsPerKm) {

  /** What changed. */
  public enum Kind {
    INPUT,
    FACTOR,
    METHOD
  }
}
