package org.carbonpublicity.rating.improvement;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a published footprint was calculated from.
 *
 * @param inputs those that are stated
 * @param batteryChemistry null when none is stated
 * @param factorSet null for a footprint that was accounted elsewhere
 */
public record PublishedVehicle(
    String powertrain,
    @Nullable BigDecimal curbMassKg,
    Map<VehicleInput, BigDecimal> inputs,
    @Nullable String batteryChemistry,
    @Nullable String factorSet) {

  public PublishedVehicle {
    inputs = Map.copyOf(inputs);
  }

  /** The same vehicle with one input of another value. */
  public PublishedVehicle with(VehicleInput input, BigDecimal value) {
    Map<VehicleInput, BigDecimal> changed = new EnumMap<>(VehicleInput.class);
    changed.putAll(inputs);
    changed.put(input, value);
    return new PublishedVehicle(powertrain, curbMassKg, changed, batteryChemistry, factorSet);
  }
}
