package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Greenhouse gases of a kilowatt hour from the grid, in one year and place.
 *
 * @param region {@code CN}, or a province by ISO 3166-2: {@code CN-GD}
 * @param value kgCO2e/kWh
 * @param note what is not in it
 */
public record GridFactor(
    String region,
    int year,
    String name,
    String nameZh,
    BigDecimal value,
    String unit,
    String source,
    boolean illustrative,
    @Nullable String note,
    @Nullable String noteZh) {

  public static final String UNIT = "kgCO2e/kWh";

  /** The set with this factor in the place of its own. */
  public FactorSet in(FactorSet set) {
    return set.with(
        new Factor(
            "grid", value, UNIT, source + ": " + name + " " + year, LocalDate.of(year, 1, 1)));
  }
}
