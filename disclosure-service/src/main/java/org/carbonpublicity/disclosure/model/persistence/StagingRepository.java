package org.carbonpublicity.disclosure.model.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.carbonpublicity.disclosure.enterprise.MatchKey;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.model.StagedRow;
import org.carbonpublicity.disclosure.model.VehicleInformation;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies rows of a form into the database, as they are read. */
@ApplicationScoped
public class StagingRepository {

  private static final int CHUNK = 256 * 1024;

  /** Columns that a row with faults leaves empty. */
  private static final int VALUES = 20;

  private final Database database;
  private final TermText terms;

  StagingRepository(Database database, TermText terms) {
    this.database = database;
    this.terms = terms;
  }

  /** Where rows come from. */
  @FunctionalInterface
  public interface Source {
    /** The next row with its footprint; null after the last. */
    @Nullable StagedRow next();
  }

  /** Copies all rows of a source into the staging table of this transaction. */
  public StagedModels copy(Source source) {
    database.update("set local work_mem = '64MB'");
    database.update(
        "create temporary table staged (row bigint not null, valid boolean not null, model_code"
            + " text collate \"C\", match_key text collate \"C\", spelling text, on_sale boolean,"
            + " footprint_g_per_km numeric, curb_mass_kg numeric, fuel_l_per_100km numeric,"
            + " electricity_kwh_per_100km numeric, battery_kwh numeric, price_cny numeric,"
            + " model_name text, group_name text, brand text, country_style text, series text,"
            + " powertrain text, body_type text, segment text, battery_chemistry text,"
            + " launch_month text, terms text, remark text, comment text) on commit drop");
    database.update(
        "create temporary table fault (row bigint not null, column_name text, code text not null,"
            + " message text not null, value text) on commit drop");
    database.with(connection -> copy(connection, source));
    database.update("analyze staged");
    return new StagedModels(database);
  }

  private long copy(Connection connection, Source source) throws SQLException {
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy staged from stdin");
    try {
      CopyText text = new CopyText();
      LastKey keys = new LastKey();
      for (StagedRow row = source.next(); row != null; row = source.next()) {
        write(text, keys, row);
        if (text.length() > CHUNK) {
          copy.writeToCopy(text.bytes(), 0, text.length());
          text.clear();
        }
      }
      copy.writeToCopy(text.bytes(), 0, text.length());
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void write(CopyText text, LastKey keys, StagedRow staged) {
    VehicleInformation vehicle = staged.row().vehicle();
    String enterprise = staged.row().enterprise();
    text.field(staged.row().row())
        .field(vehicle != null)
        .field(staged.row().modelCode())
        .field(enterprise == null ? null : keys.of(enterprise))
        .field(enterprise);
    if (vehicle == null) {
      for (int i = 0; i < VALUES; i++) {
        text.field((String) null);
      }
    } else {
      text.field(vehicle.onSale())
          .field(staged.footprintGramsPerKm())
          .field(vehicle.curbMassKg())
          .field(vehicle.fuelLPer100Km())
          .field(vehicle.electricityKwhPer100Km())
          .field(vehicle.batteryKwh())
          .field(vehicle.priceCny())
          .field(vehicle.modelName())
          .field(vehicle.group())
          .field(vehicle.brand())
          .field(vehicle.countryStyle().name())
          .field(vehicle.series())
          .field(vehicle.powertrain().name())
          .field(vehicle.bodyType().name())
          .field(vehicle.segment().name())
          .field(vehicle.batteryChemistry() == null ? null : vehicle.batteryChemistry().name())
          .field(vehicle.launchMonth())
          .field(terms.of(staged.terms()))
          .field(staged.row().remark() == null ? null : staged.row().remark().name())
          .field(staged.row().comment());
    }
    text.endRow();
  }

  /** Files list an enterprise's models one after another: its key is made once for all of them. */
  private static final class LastKey {
    private String spelling = "";
    private String key = "";

    String of(String enterprise) {
      if (!enterprise.equals(spelling)) {
        spelling = enterprise;
        key = MatchKey.of(enterprise);
      }
      return key;
    }
  }
}
