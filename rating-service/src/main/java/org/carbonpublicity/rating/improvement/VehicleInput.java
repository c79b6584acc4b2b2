package org.carbonpublicity.rating.improvement;

/** Inputs of a footprint that a maker can improve. */
public enum VehicleInput {
  FUEL("fuelLPer100Km", "L/100 km", 3),
  ELECTRICITY("electricityKwhPer100Km", "kWh/100 km", 3),
  BATTERY("batteryKwh", "kWh", 2);

  private final String key;
  private final String unit;
  private final int decimals;

  VehicleInput(String key, String unit, int decimals) {
    this.key = key;
    this.unit = unit;
    this.decimals = decimals;
  }

  /** As disclosure's footprint calculation calls it. */
  public String key() {
    return key;
  }

  public String unit() {
    return unit;
  }

  /** Decimals that a value of it is told with. */
  int decimals() {
    return decimals;
  }
}
