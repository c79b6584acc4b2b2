package org.carbonpublicity.disclosure.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.disclosure.footprint.FactorSets;
import org.carbonpublicity.disclosure.footprint.Footprint;
import org.carbonpublicity.disclosure.footprint.FootprintCalculation;
import org.carbonpublicity.disclosure.footprint.ImplausibleVehicleException;
import org.carbonpublicity.disclosure.footprint.VehicleSpecification;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.form.VehicleForm;
import org.carbonpublicity.disclosure.form.VehicleRow;
import org.jspecify.annotations.Nullable;

/** Gives every row of a form its footprint: the imported one, or a calculated one. */
@ApplicationScoped
public class Preliminary {

  private final FactorSets factorSets;

  Preliminary(FactorSets factorSets) {
    this.factorSets = factorSets;
  }

  /** Footprints by the factor set in force now, for one file. */
  public Footprints footprints() {
    return new Footprints(new FootprintCalculation(factorSets.active()));
  }

  /** Footprints by one factor set. */
  public static final class Footprints {

    private final FootprintCalculation calculation;

    Footprints(FootprintCalculation calculation) {
      this.calculation = calculation;
    }

    /** The next row of a form with its footprint; null after the last. */
    public @Nullable StagedRow of(VehicleForm form) {
      VehicleRow row = form.next();
      if (row == null) {
        return null;
      }
      VehicleInformation vehicle = row.vehicle();
      if (vehicle == null || row.footprintGramsPerKm() != null || !vehicle.isComplete()) {
        return new StagedRow(row, row.footprintGramsPerKm(), null);
      }
      try {
        Footprint footprint = calculation.calculate(VehicleSpecification.of(vehicle));
        return new StagedRow(row, footprint.gramsPerKm(), footprint.terms());
      } catch (ImplausibleVehicleException e) {
        form.faults()
            .addFound(
                List.of(
                    new RowFault(
                        row.row(),
                        "curb_mass_kg",
                        "implausible",
                        String.valueOf(e.getMessage()),
                        String.valueOf(vehicle.curbMassKg()))),
                1);
        return new StagedRow(
            new VehicleRow(row.row(), row.modelCode(), row.enterprise(), null, null), null, null);
      }
    }

    public String factorSet() {
      return calculation.factorSet();
    }

    /** km that grams per km are divided by. */
    public BigDecimal lifetimeKm() {
      return calculation.lifetimeKm();
    }

    public String methodology() {
      return FootprintCalculation.METHODOLOGY;
    }
  }
}
