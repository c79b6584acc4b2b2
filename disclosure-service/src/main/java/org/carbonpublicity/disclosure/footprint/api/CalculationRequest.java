package org.carbonpublicity.disclosure.footprint.api;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.carbonpublicity.disclosure.footprint.VehicleSpecification;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.Powertrain.Traction;
import org.carbonpublicity.disclosure.model.Range;
import org.jspecify.annotations.Nullable;

/** The vehicle of a what-if calculation; units as in the names. */
record CalculationRequest(
    @Nullable String powertrain,
    @Nullable BigDecimal curbMassKg,
    @Nullable BigDecimal fuelLPer100Km,
    @Nullable BigDecimal electricityKwhPer100Km,
    @Nullable BigDecimal batteryKwh,
    @Nullable String batteryChemistry) {

  VehicleSpecification checked() {
    FieldFaults faults = new FieldFaults();
    Powertrain drive = oneOf(faults, "powertrain", Powertrain.class, powertrain);
    if (powertrain == null) {
      faults.add("powertrain", "missing", "powertrain is needed");
    }
    if (curbMassKg == null) {
      faults.add("curbMassKg", "missing", "curbMassKg is needed");
    }
    number(faults, "curbMassKg", curbMassKg, Range.CURB_MASS);
    number(faults, "fuelLPer100Km", fuelLPer100Km, Range.FUEL);
    number(faults, "electricityKwhPer100Km", electricityKwhPer100Km, Range.ELECTRICITY);
    number(faults, "batteryKwh", batteryKwh, Range.BATTERY);
    BatteryChemistry chemistry =
        oneOf(faults, "batteryChemistry", BatteryChemistry.class, batteryChemistry);
    if (drive != null) {
      Traction traction = drive.traction();
      applies(faults, "fuelLPer100Km", fuelLPer100Km, drive.burnsFuel());
      applies(faults, "electricityKwhPer100Km", electricityKwhPer100Km, drive.charges());
      if (traction != Traction.POSSIBLE) {
        applies(faults, "batteryKwh", batteryKwh, traction == Traction.REQUIRED);
      }
      if (traction == Traction.NONE && batteryChemistry != null) {
        applies(faults, "batteryChemistry", batteryChemistry, false);
      }
    }
    faults.refuse("invalid-vehicle", "The vehicle breaks rules");
    return new VehicleSpecification(
        Objects.requireNonNull(drive),
        Objects.requireNonNull(curbMassKg),
        fuelLPer100Km,
        electricityKwhPer100Km,
        batteryKwh,
        chemistry);
  }

  /** A value that a powertrain has is needed, and refused where it has none. */
  private static void applies(
      FieldFaults faults, String field, @Nullable Object value, boolean applies) {
    if (applies && value == null) {
      faults.add(field, "missing", field + " is needed");
    } else if (!applies && value != null) {
      faults.add(field, "not-applicable", field + " does not apply to this powertrain");
    }
  }

  private static void number(
      FieldFaults faults, String field, @Nullable BigDecimal value, Range range) {
    if (value == null) {
      return;
    }
    if (!range.holds(value)) {
      faults.add(field, "out-of-range", range.toString());
    } else if (value.stripTrailingZeros().scale() > range.decimals()) {
      faults.add(field, "too-many-decimals", "at most " + range.decimals() + " decimals");
    }
  }

  private static <E extends Enum<E>> @Nullable E oneOf(
      FieldFaults faults, String field, Class<E> type, @Nullable String text) {
    if (text == null) {
      return null;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    faults.add(field, "unknown-value", "one of " + Arrays.toString(type.getEnumConstants()));
    return null;
  }
}
