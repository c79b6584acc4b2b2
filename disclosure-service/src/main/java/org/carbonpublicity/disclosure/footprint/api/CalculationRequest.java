package org.carbonpublicity.disclosure.footprint.api;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.GridFactor;
import org.carbonpublicity.disclosure.footprint.VehicleSpecification;
import org.carbonpublicity.disclosure.http.FieldFaults;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.Powertrain.Traction;
import org.carbonpublicity.disclosure.model.Range;
import org.jspecify.annotations.Nullable;

/**
 * The vehicle of a what-if calculation; units as in the names.
 *
 * @param factorSet id; the set in force when null
 * @param gridRegion {@code CN} or a province, see the grid factors; CN when only a year is named
 * @param gridYear the latest of the region when only that is named
 */
record CalculationRequest(
    @Nullable String powertrain,
    @Nullable BigDecimal curbMassKg,
    @Nullable BigDecimal fuelLPer100Km,
    @Nullable BigDecimal electricityKwhPer100Km,
    @Nullable BigDecimal batteryKwh,
    @Nullable String batteryChemistry,
    @Nullable String factorSet,
    @Nullable String gridRegion,
    @Nullable Integer gridYear) {

  /** What was asked for, checked: all faults are told at once. */
  record Checked(
      VehicleSpecification vehicle, @Nullable FactorSet factorSet, @Nullable GridFactor grid) {}

  /**
   * @param sets the factor set of an id that the caller may see; null when there is none
   * @param grids all there are, of a region the latest first
   */
  Checked checked(Function<String, @Nullable FactorSet> sets, List<GridFactor> grids) {
    FieldFaults faults = new FieldFaults();
    FactorSet set = factorSet == null ? null : sets.apply(factorSet);
    if (factorSet != null && set == null) {
      faults.add("factorSet", "unknown-factor-set", "there is no factor set of this id");
    }
    GridFactor grid = grid(faults, grids);
    return new Checked(vehicle(faults), set, grid);
  }

  private @Nullable GridFactor grid(FieldFaults faults, List<GridFactor> grids) {
    if (gridRegion == null && gridYear == null) {
      return null;
    }
    String region = gridRegion == null ? "CN" : gridRegion;
    List<GridFactor> there =
        grids.stream().filter(factor -> factor.region().equals(region)).toList();
    if (there.isEmpty()) {
      faults.add("gridRegion", "unknown-value", "see /api/v1/grid-factors for what is known");
      return null;
    }
    GridFactor found =
        there.stream()
            .filter(factor -> gridYear == null || gridYear == factor.year())
            .findFirst()
            .orElse(null);
    if (found == null) {
      faults.add(
          "gridYear",
          "unknown-value",
          "of " + region + " are known " + there.stream().map(GridFactor::year).toList());
    }
    return found;
  }

  /** The vehicle, once nothing is at fault. */
  private VehicleSpecification vehicle(FieldFaults faults) {
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
