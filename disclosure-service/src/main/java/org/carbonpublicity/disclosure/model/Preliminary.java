package org.carbonpublicity.disclosure.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.carbonpublicity.disclosure.brand.Brand;
import org.carbonpublicity.disclosure.brand.BrandRegister;
import org.carbonpublicity.disclosure.brand.Brands;
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
  private final Brands brands;

  Preliminary(FactorSets factorSets, Brands brands) {
    this.factorSets = factorSets;
    this.brands = brands;
  }

  /** Footprints by the factor set in force now, for one file whose rows follow the brands. */
  public Footprints footprints() {
    return new Footprints(new FootprintCalculation(factorSets.active()), brands.register());
  }

  /** The same for answers, which say of a brand what they were asked with. */
  public Footprints ofAnswers() {
    return new Footprints(
        new FootprintCalculation(factorSets.active()), new BrandRegister(List.of()));
  }

  /** Footprints by one factor set. */
  public static final class Footprints {

    private final FootprintCalculation calculation;
    private final BrandRegister brands;

    Footprints(FootprintCalculation calculation, BrandRegister brands) {
      this.calculation = calculation;
      this.brands = brands;
    }

    /** The next row of a form with its footprint; null after the last. */
    public @Nullable StagedRow of(VehicleForm form) {
      VehicleRow next = form.next();
      if (next == null) {
        return null;
      }
      VehicleRow row = following(next, form);
      VehicleInformation vehicle = row.vehicle();
      if (vehicle == null || row.footprintGramsPerKm() != null || !vehicle.isComplete()) {
        return new StagedRow(row, row.footprintGramsPerKm(), null);
      }
      try {
        Footprint footprint = calculation.calculate(VehicleSpecification.of(vehicle));
        return new StagedRow(row, footprint.gramsPerKm(), footprint.terms());
      } catch (ImplausibleVehicleException e) {
        fault(
            form,
            new RowFault(
                row.row(),
                "curb_mass_kg",
                "implausible",
                String.valueOf(e.getMessage()),
                String.valueOf(vehicle.curbMassKg())));
        return new StagedRow(row.faulty(), null, null);
      }
    }

    /** The row under its brand's name and with that brand's country style. */
    private VehicleRow following(VehicleRow row, VehicleForm form) {
      VehicleInformation vehicle = row.vehicle();
      Brand brand = vehicle == null ? null : brands.named(vehicle.brand()).orElse(null);
      if (vehicle == null || brand == null) {
        return row;
      }
      CountryStyle style = vehicle.countryStyle();
      if (style != CountryStyle.UNSPECIFIED && style != brand.countryStyle()) {
        fault(
            form,
            new RowFault(
                row.row(),
                "country_style",
                "other-country-style",
                "brand " + brand.name() + " is " + brand.countryStyle(),
                style.name()));
        return row.faulty();
      }
      return row.with(vehicle.of(brand.name(), brand.countryStyle()));
    }

    private static void fault(VehicleForm form, RowFault fault) {
      form.faults().addFound(List.of(fault), 1);
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
