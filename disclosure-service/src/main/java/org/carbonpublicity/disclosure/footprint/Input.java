package org.carbonpublicity.disclosure.footprint;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.carbonpublicity.disclosure.model.KnownRevision;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.Powertrain.Traction;
import org.jspecify.annotations.Nullable;

/** What a vehicle states for its footprint, in the order in which changes are substituted. */
enum Input {
  POWERTRAIN("powertrain", null, VehicleSpecification::powertrain),
  CURB_MASS("curbMassKg", "kg", VehicleSpecification::curbMassKg),
  BATTERY("batteryKwh", "kWh", VehicleSpecification::batteryKwh),
  CHEMISTRY("batteryChemistry", null, VehicleSpecification::batteryChemistry),
  FUEL("fuelLPer100Km", "L/100 km", VehicleSpecification::fuelLPer100Km),
  ELECTRICITY("electricityKwhPer100Km", "kWh/100 km", VehicleSpecification::electricityKwhPer100Km);

  private final String key;
  private final @Nullable String unit;
  private final Function<VehicleSpecification, @Nullable Object> reader;

  Input(
      String key, @Nullable String unit, Function<VehicleSpecification, @Nullable Object> reader) {
    this.key = key;
    this.unit = unit;
    this.reader = reader;
  }

  /** As in the API. */
  String key() {
    return key;
  }

  @Nullable String unit() {
    return unit;
  }

  /** What a stored revision states. */
  static Map<Input, @Nullable String> stated(KnownRevision revision) {
    Map<Input, @Nullable String> stated = new EnumMap<>(Input.class);
    stated.put(POWERTRAIN, revision.powertrain());
    stated.put(CURB_MASS, plain(revision.curbMassKg()));
    stated.put(BATTERY, plain(revision.batteryKwh()));
    stated.put(CHEMISTRY, revision.batteryChemistry());
    stated.put(FUEL, plain(revision.fuelLPer100Km()));
    stated.put(ELECTRICITY, plain(revision.electricityKwhPer100Km()));
    return stated;
  }

  private static @Nullable String plain(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }

  /** The stated value; null when there is none. */
  @Nullable String text(VehicleSpecification vehicle) {
    Object value = reader.apply(vehicle);
    return value instanceof BigDecimal number
        ? number.toPlainString()
        : Objects.toString(value, null);
  }

  boolean same(VehicleSpecification one, VehicleSpecification other) {
    Object mine = reader.apply(one);
    Object others = reader.apply(other);
    return mine instanceof BigDecimal number && others instanceof BigDecimal second
        ? number.compareTo(second) == 0
        : Objects.equals(mine, others);
  }

  /** Whether a vehicle of that powertrain has it at all. */
  boolean applies(Powertrain powertrain) {
    return switch (this) {
      case POWERTRAIN, CURB_MASS -> true;
      case FUEL -> powertrain.burnsFuel();
      case ELECTRICITY -> powertrain.charges();
      case BATTERY, CHEMISTRY -> powertrain.traction() != Traction.NONE;
    };
  }

  /** The vehicle with this one value of another. */
  VehicleSpecification substitute(VehicleSpecification vehicle, VehicleSpecification other) {
    return new VehicleSpecification(
        (this == POWERTRAIN ? other : vehicle).powertrain(),
        (this == CURB_MASS ? other : vehicle).curbMassKg(),
        (this == FUEL ? other : vehicle).fuelLPer100Km(),
        (this == ELECTRICITY ? other : vehicle).electricityKwhPer100Km(),
        (this == BATTERY ? other : vehicle).batteryKwh(),
        (this == CHEMISTRY ? other : vehicle).batteryChemistry());
  }
}
