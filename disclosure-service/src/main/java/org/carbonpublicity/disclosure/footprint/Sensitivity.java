package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.jspecify.annotations.Nullable;

/**
 * How a footprint answers to one of its inputs. The formula is linear in each of them, so that the
 * derivative holds for any change, not only for a small one.
 *
 * @param value as stated; null when it is not
 * @param unit of the value
 * @param gramsPerKmPerUnit ∂(gCO2e/km) per unit of the input, 12 decimals, half up
 * @param derivativeUnit {@code gCO2e/km per kg}
 */
public record Sensitivity(
    String input,
    @Nullable String value,
    String unit,
    BigDecimal gramsPerKmPerUnit,
    String derivativeUnit) {

  private static final int DECIMALS = 12;
  private static final BigDecimal GRAMS = new BigDecimal(1_000);
  private static final BigDecimal GRAMS_PER_KM_OF_100_KM = BigDecimal.TEN;

  /**
   * The derivatives by all inputs that are numbers and apply to the powertrain.
   *
   * <p>With b the kgCO2e of a kilogram of body and L the lifetime in km: curb mass 1000 · b / L;
   * battery 1000 · (factor per kWh − mass per kWh · b) / L, since its mass is taken off the body;
   * fuel 10 · (upstream + combustion); electricity 10 · grid.
   */
  public static List<Sensitivity> of(FactorSet set, VehicleSpecification vehicle) {
    FootprintCalculation calculation = new FootprintCalculation(set);
    List<Sensitivity> found = new ArrayList<>();
    for (Input input : Input.values()) {
      String unit = input.unit();
      if (unit != null && input.applies(vehicle.powertrain())) {
        found.add(
            new Sensitivity(
                input.key(),
                input.text(vehicle),
                unit,
                derivative(calculation, input, vehicle),
                "gCO2e/km per " + unit));
      }
    }
    return found;
  }

  private static BigDecimal derivative(
      FootprintCalculation calculation, Input input, VehicleSpecification vehicle) {
    FactorSet.Index factors = calculation.factors();
    BigDecimal body = calculation.inventory(vehicle.powertrain()).bodyFactor();
    return switch (input) {
      case CURB_MASS -> overLifetime(factors, body);
      case BATTERY -> {
        BatteryChemistry stated = vehicle.batteryChemistry();
        String chemistry = stated == null ? FootprintCalculation.UNKNOWN : stated.name();
        yield overLifetime(
            factors,
            factors
                .value("battery." + chemistry)
                .subtract(factors.value("batteryMass." + chemistry).multiply(body)));
      }
      case FUEL -> {
        String kind = FootprintCalculation.fuel(vehicle.powertrain());
        yield factors
            .value(kind + "upstream")
            .add(factors.value(kind + "combustion"))
            .multiply(GRAMS_PER_KM_OF_100_KM);
      }
      case ELECTRICITY -> factors.value("grid").multiply(GRAMS_PER_KM_OF_100_KM);
      case POWERTRAIN, CHEMISTRY -> throw new IllegalArgumentException(input + " is no number");
    };
  }

  private static BigDecimal overLifetime(FactorSet.Index factors, BigDecimal kgPerUnit) {
    return kgPerUnit
        .multiply(GRAMS)
        .divide(factors.value("lifetimeKm"), DECIMALS, RoundingMode.HALF_UP);
  }
}
