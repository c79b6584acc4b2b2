package org.carbonpublicity.disclosure.form;

import java.math.BigDecimal;
import org.carbonpublicity.disclosure.model.VehicleInformation;
import org.jspecify.annotations.Nullable;

/**
 * One row of a form.
 *
 * @param row as a spreadsheet counts
 * @param modelCode as far as it can be read, for checks across rows
 * @param enterprise as far as it can be read
 * @param vehicle null when the row has faults
 * @param footprintGramsPerKm imported footprint, gCO2e/km
 * @param remark what a feedback form says of the model; null when it leaves that open
 * @param comment of the remark
 */
public record VehicleRow(
    long row,
    @Nullable String modelCode,
    @Nullable String enterprise,
    @Nullable VehicleInformation vehicle,
    @Nullable BigDecimal footprintGramsPerKm,
    @Nullable Remark remark,
    @Nullable String comment) {

  /** The same with its vehicle as the register has it. */
  public VehicleRow with(VehicleInformation registered) {
    return new VehicleRow(
        row, modelCode, enterprise, registered, footprintGramsPerKm, remark, comment);
  }

  /** The row with what it can be told by, after a fault was found in its vehicle. */
  public VehicleRow faulty() {
    return new VehicleRow(row, modelCode, enterprise, null, null);
  }

  /** A row that says nothing beside its values. */
  public VehicleRow(
      long row,
      @Nullable String modelCode,
      @Nullable String enterprise,
      @Nullable VehicleInformation vehicle,
      @Nullable BigDecimal footprintGramsPerKm) {
    this(row, modelCode, enterprise, vehicle, footprintGramsPerKm, null, null);
  }
}
