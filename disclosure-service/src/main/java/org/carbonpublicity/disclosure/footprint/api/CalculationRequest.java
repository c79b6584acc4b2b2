package org.carbonpublicity.disclosure.footprint.api;

import java.math.BigDecimal;
import java.util.Arrays;
import org.carbonpublicity.disclosure.footprint.VehicleSpecification;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.Powertrain.Traction;
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
    BigDecimal mass = curbMassKg == null ? BigDecimal.ZERO : curbMassKg;
    number(faults, "curbMassKg", true, curbMassKg, 300, 6_000);
    if (drive != null) {
      applies(faults, "fuelLPer100Km", drive.burnsFuel(), fuelLPer100Km, 60);
      applies(faults, "electricityKwhPer100Km", drive.charges(), electricityKwhPer100Km, 100);
      if (drive.traction() == Traction.POSSIBLE) {
        number(faults, "batteryKwh", false, batteryKwh, 0, 400);
      } else {
        applies(faults, "batteryKwh", drive.traction() == Traction.REQUIRED, batteryKwh, 400);
      }
    }
    BatteryChemistry chemistry =
        oneOf(faults, "batteryChemistry", BatteryChemistry.class, batteryChemistry);
    faults.refuse("invalid-vehicle", "The vehicle breaks rules");
    return new VehicleSpecification(
        drive == null ? Powertrain.GASOLINE : drive,
        mass,
        fuelLPer100Km,
        electricityKwhPer100Km,
        batteryKwh,
        chemistry);
  }

  private static void applies(
      FieldFaults faults, String field, boolean applies, @Nullable BigDecimal value, int most) {
    if (applies) {
      number(faults, field, true, value, 0, most);
    } else if (value != null) {
      faults.add(field, "not-applicable", field + " does not apply to this powertrain");
    }
  }

  private static void number(
      FieldFaults faults,
      String field,
      boolean required,
      @Nullable BigDecimal value,
      int above,
      int most) {
    if (value == null) {
      if (required) {
        faults.add(field, "missing", field + " is needed");
      }
    } else if (value.compareTo(BigDecimal.valueOf(above)) <= 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0
        || value.scale() > 6) {
      faults.add(field, "out-of-range", "above " + above + ", at most " + most + ", 6 decimals");
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
