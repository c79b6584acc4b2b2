package org.carbonpublicity.disclosure.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle model as a form states it. What is absent is unknown or does not apply; it is never
 * zero.
 *
 * @param enterprise code, name or alias as written
 * @param curbMassKg kg, 300 to 6000
 * @param fuelLPer100Km litres per 100 km, 0.1 to 60; of a PHEV weighted by its utility factor
 * @param electricityKwhPer100Km kWh per 100 km, 1 to 100; of a PHEV weighted by its utility factor
 * @param batteryKwh capacity of the traction battery, kWh, 0.1 to 400
 * @param launchMonth YYYY-MM
 */
public record VehicleInformation(
    String enterprise,
    @Nullable String group,
    String brand,
    CountryStyle countryStyle,
    String series,
    String modelCode,
    String modelName,
    Powertrain powertrain,
    BodyType bodyType,
    Segment segment,
    @Nullable BigDecimal curbMassKg,
    @Nullable BigDecimal fuelLPer100Km,
    @Nullable BigDecimal electricityKwhPer100Km,
    @Nullable BigDecimal batteryKwh,
    @Nullable BatteryChemistry batteryChemistry,
    @Nullable BigDecimal priceCny,
    @Nullable String launchMonth,
    boolean onSale) {

  /** The same under another spelling of its brand, and with that brand's country style. */
  public VehicleInformation of(String brandName, CountryStyle style) {
    return new VehicleInformation(
        enterprise,
        group,
        brandName,
        style,
        series,
        modelCode,
        modelName,
        powertrain,
        bodyType,
        segment,
        curbMassKg,
        fuelLPer100Km,
        electricityKwhPer100Km,
        batteryKwh,
        batteryChemistry,
        priceCny,
        launchMonth,
        onSale);
  }

  /** Whether a footprint can be calculated: everything that the powertrain needs is there. */
  public boolean isComplete() {
    return curbMassKg != null
        && (!powertrain.burnsFuel() || fuelLPer100Km != null)
        && (!powertrain.charges() || electricityKwhPer100Km != null)
        && (powertrain.traction() != Powertrain.Traction.REQUIRED || batteryKwh != null);
  }
}
