package org.carbonpublicity.disclosure.outlier;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carbonpublicity.disclosure.model.Range;
import org.jspecify.annotations.Nullable;

/**
 * Values outside what passenger cars usually have that are usual when read in another unit: those
 * are slips rather than unusual cars.
 */
final class UnitSlips {

  private record Quantity(String name, Function<Candidate, @Nullable Double> value, Range range) {}

  private static final List<Quantity> QUANTITIES =
      List.of(
          new Quantity("curbMassKg", Candidate::curbMassKg, Range.CURB_MASS),
          new Quantity("fuelLPer100Km", Candidate::fuelLPer100Km, Range.FUEL),
          new Quantity(
              "electricityKwhPer100Km", Candidate::electricityKwhPer100Km, Range.ELECTRICITY),
          new Quantity("batteryKwh", Candidate::batteryKwh, Range.BATTERY));

  private UnitSlips() {}

  /**
   * Evidence of the first slip, by quantity and unit in the order above; null when there is none.
   */
  static @Nullable Map<String, Object> find(Candidate model) {
    for (Quantity quantity : QUANTITIES) {
      Double given = quantity.value().apply(model);
      Range.Slip slip = given == null ? null : quantity.range().slip(BigDecimal.valueOf(given));
      if (slip != null) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("quantity", quantity.name());
        evidence.put("given", given);
        evidence.put("plausibleFrom", quantity.range().usual().least());
        evidence.put("plausibleTo", quantity.range().usual().most());
        evidence.put("unitSuspected", slip.unit());
        evidence.put("valueInThatUnit", Rounded.of(slip.value().doubleValue()));
        return evidence;
      }
    }
    return null;
  }
}
