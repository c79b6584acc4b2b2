package org.carbonpublicity.disclosure.outlier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that no passenger car has, and that one has when they are read in another unit. The bands
 * are wider than the cars on sale in China in 2024 (DESIGN's population): a value inside them is
 * never a slip, and one outside that no unit explains is left to the other rules.
 */
final class UnitSlips {

  private UnitSlips() {}

  /**
   * What a value would be in another unit.
   *
   * @param factor from the value as given to the value in the right unit
   */
  private record Slip(String unit, double factor) {}

  /**
   * A value of a model.
   *
   * @param least plausible, in the right unit
   * @param most plausible, in the right unit
   */
  private record Quantity(
      String name,
      Function<Candidate, @Nullable Double> value,
      double least,
      double most,
      List<Slip> slips) {}

  private static final double KG_PER_POUND = 0.45359237;
  private static final double L_PER_US_GALLON = 3.785411784;
  private static final double KM_PER_MILE = 1.609344;

  private static final List<Quantity> QUANTITIES =
      List.of(
          new Quantity(
              "curbMassKg",
              Candidate::curbMassKg,
              500,
              3_500,
              List.of(new Slip("t", 1_000), new Slip("g", 0.001), new Slip("lb", KG_PER_POUND))),
          new Quantity(
              "fuelLPer100Km",
              Candidate::fuelLPer100Km,
              0.3,
              20,
              List.of(
                  new Slip("mL/km", 0.1),
                  new Slip("L/km", 100),
                  new Slip("US gal/100 mi", L_PER_US_GALLON / KM_PER_MILE))),
          new Quantity(
              "electricityKwhPer100Km",
              Candidate::electricityKwhPer100Km,
              5,
              40,
              List.of(
                  new Slip("Wh/km", 0.1), new Slip("kWh/km", 100), new Slip("MJ/100 km", 1 / 3.6))),
          new Quantity(
              "batteryKwh",
              Candidate::batteryKwh,
              0.5,
              200,
              List.of(new Slip("Wh", 0.001), new Slip("MWh", 1_000), new Slip("MJ", 1 / 3.6))));

  /**
   * Evidence of the first slip, by quantity and unit in the order above; null when there is none.
   */
  static @Nullable Map<String, Object> find(Candidate model) {
    for (Quantity quantity : QUANTITIES) {
      Double given = quantity.value().apply(model);
      if (given == null || (given >= quantity.least() && given <= quantity.most())) {
        continue;
      }
      for (Slip slip : quantity.slips()) {
        double read = given * slip.factor();
        if (read >= quantity.least() && read <= quantity.most()) {
          Map<String, Object> evidence = new LinkedHashMap<>();
          evidence.put("quantity", quantity.name());
          evidence.put("given", given);
          evidence.put("plausibleFrom", quantity.least());
          evidence.put("plausibleTo", quantity.most());
          evidence.put("unitSuspected", slip.unit());
          evidence.put("valueInThatUnit", Rounded.of(read));
          return evidence;
        }
      }
    }
    return null;
  }
}
