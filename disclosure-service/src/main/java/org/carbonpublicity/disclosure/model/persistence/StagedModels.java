package org.carbonpublicity.disclosure.model.persistence;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.disclosure.enterprise.MatchKey;
import org.carbonpublicity.disclosure.form.FaultLog;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.form.VehicleRow;
import org.carbonpublicity.disclosure.model.VehicleInformation;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows of a form on their way into the database: copied into a temporary table of the transaction,
 * checked there as a set, and then merged. Faulty rows are staged too, with what identifies them,
 * so that all checks see all rows.
 */
public final class StagedModels {

  private static final int CHUNK = 256 * 1024;
  private static final String VALUES =
      "on_sale, footprint_g_per_km, curb_mass_kg, fuel_l_per_100km, electricity_kwh_per_100km,"
          + " battery_kwh, price_cny, model_name, group_name, brand, country_style, series,"
          + " powertrain, body_type, segment, battery_chemistry, launch_month, terms";

  private final Connection connection;

  private StagedModels(Connection connection) {
    this.connection = connection;
  }

  /** An enterprise that nobody registered, as the first row that names it writes it. */
  public record UnknownEnterprise(String spelling, @Nullable String group) {}

  /** Where rows come from. */
  @FunctionalInterface
  public interface Source {
    /** The next row with its footprint; null after the last. */
    @Nullable StagedRow next();
  }

  /**
   * A row with its footprint.
   *
   * @param footprintGramsPerKm null only when the row has faults
   * @param terms the terms of a calculated footprint as JSON; null for an imported one
   */
  public record StagedRow(
      VehicleRow row, @Nullable BigDecimal footprintGramsPerKm, @Nullable String terms) {}

  /** Copies all rows of a source into the staging table of this transaction. */
  public static StagedModels copy(Connection connection, Source source) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local work_mem = '64MB'");
      statement.execute(
          "create temporary table staged (row bigint not null, valid boolean not null, model_code"
              + " text collate \"C\", match_key text collate \"C\", spelling text, on_sale boolean,"
              + " footprint_g_per_km numeric, curb_mass_kg numeric, fuel_l_per_100km numeric,"
              + " electricity_kwh_per_100km numeric, battery_kwh numeric, price_cny numeric,"
              + " model_name text, group_name text, brand text, country_style text, series text,"
              + " powertrain text, body_type text, segment text, battery_chemistry text,"
              + " launch_month text, terms text) on commit drop");
      statement.execute(
          "create temporary table fault (row bigint not null, column_name text, code text not null,"
              + " message text not null, value text) on commit drop");
    }
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy staged from stdin");
    try {
      CopyText text = new CopyText();
      for (StagedRow row = source.next(); row != null; row = source.next()) {
        write(text, row);
        if (text.length() > CHUNK) {
          byte[] bytes = text.take();
          copy.writeToCopy(bytes, 0, bytes.length);
        }
      }
      byte[] rest = text.take();
      copy.writeToCopy(rest, 0, rest.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze staged");
    }
    return new StagedModels(connection);
  }

  private static void write(CopyText text, StagedRow staged) {
    VehicleRow row = staged.row();
    VehicleInformation vehicle = row.vehicle();
    String enterprise = row.enterprise();
    text.field(row.row())
        .field(vehicle != null)
        .field(row.modelCode())
        .field(enterprise == null ? null : MatchKey.of(enterprise))
        .field(enterprise);
    if (vehicle == null) {
      for (int i = 0; i < 18; i++) {
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
          .field(staged.terms());
    }
    text.endRow();
  }

  /** Finds rows whose model code stands in an earlier row already. */
  public void findDuplicates() throws SQLException {
    update(
        "insert into fault select s.row, 'model_code', 'duplicate-model', 'row ' || d.first || '"
            + " holds this model already', s.model_code from (select model_code, min(row) as first"
            + " from staged where model_code is not null group by model_code having count(*) > 1) d"
            + " join staged s on s.model_code = d.model_code and s.row > d.first");
  }

  /** Finds rows whose enterprise nobody registered. */
  public void findUnknownEnterprises() throws SQLException {
    update(
        "insert into fault select s.row, 'enterprise', 'unknown-enterprise', 'no enterprise has"
            + " this code, name or alias', s.spelling from staged s where s.match_key is not null"
            + " and not exists (select from enterprise_name n where n.match_key = s.match_key)");
  }

  /**
   * Finds what is known of the models, and rows that cannot become a revision: in this batch
   * already, or in another one that is not published.
   */
  public void findKnown(int batch) throws SQLException {
    update(
        "create temporary table known on commit drop as select s.row, f.model_code, max(f.revision)"
            + " as revision, bool_or(f.batch = ?) as here, max(f.batch) filter (where b.state <>"
            + " 'PUBLISHED') as open from staged s join footprint_revision f on f.model_code ="
            + " s.model_code join batch b on b.number = f.batch group by s.row, f.model_code",
        batch);
    update("analyze known");
    update(
        "insert into fault select row, 'model_code', case when here then 'already-in-batch' else"
            + " 'in-another-batch' end, case when here then 'the batch holds this model already'"
            + " else 'the model is in batch ' || open || ', which is not published' end, model_code"
            + " from known where here or open is not null");
  }

  /** Finds rows that an automaker's form must not have: of others, or not in the batch. */
  public void findForeign(int batch, List<String> enterprises) throws SQLException {
    update(
        "insert into fault select s.row, 'enterprise', 'foreign-enterprise', 'the form is of other"
            + " enterprises', s.spelling from staged s join enterprise_name n on n.match_key ="
            + " s.match_key where not n.enterprise = any (?)",
        (Object) enterprises.toArray(String[]::new));
    update(
        "create temporary table known on commit drop as select s.row, max(f.revision) as revision,"
            + " (array_agg(f.enterprise order by f.revision desc))[1] as enterprise from staged s"
            + " join footprint_revision f on f.model_code = s.model_code and f.batch = ? group by"
            + " s.row",
        batch);
    update(
        "insert into fault select s.row, 'model_code', 'unknown-model', 'the batch holds no such"
            + " model of this enterprise', s.model_code from staged s left join enterprise_name n on"
            + " n.match_key = s.match_key left join known k on k.row = s.row where s.model_code is"
            + " not null and (k.row is null or k.enterprise is distinct from n.enterprise)");
  }

  /** Tells the faults found here, and counts rows that have any. */
  public long report(FaultLog log) throws SQLException {
    long found = count("select count(*) from fault");
    if (found > 0) {
      List<RowFault> listed = new ArrayList<>();
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "select row, column_name, code, message, value from fault order by row limit "
                      + FaultLog.LISTED);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          listed.add(
              new RowFault(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5)));
        }
      }
      log.addFound(listed, found);
      update("update staged set valid = false where valid and row in (select row from fault)");
    }
    return count("select count(*) from staged where not valid");
  }

  /** Enterprises of valid rows that nobody registered, in the order of their first rows. */
  public List<UnknownEnterprise> unknownEnterprises(int limit) throws SQLException {
    List<UnknownEnterprise> found = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select (array_agg(spelling order by row))[1], (array_agg(group_name order by"
                + " row))[1] from staged s where valid and not exists (select from enterprise_name n"
                + " where n.match_key = s.match_key) group by match_key order by min(row) limit "
                + limit)) {
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(new UnknownEnterprise(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return found;
  }

  /** What all merged revisions have in common. */
  public record Origin(
      int batch,
      String factorSet,
      String methodology,
      Instant at,
      String actor,
      @Nullable UUID form) {}

  /** Makes a revision of every valid row; answers their number. */
  public long merge(Origin origin) throws SQLException {
    return update(
        "insert into footprint_revision (batch, revision, replaces, created_at, model_code,"
            + " enterprise, origin, factor_set, methodology, created_by, feedback_form, "
            + VALUES
            + ") select ?, coalesce(k.revision, 0) + 1, k.revision, ?, s.model_code, n.enterprise,"
            + " case when terms is null then 'IMPORTED' else 'CALCULATED' end, case when terms is"
            + " not null then ? end, case when terms is not null then ? end, ?, ?, "
            + VALUES
                .replace("group_name", "coalesce(s.group_name, e.group_name)")
                .replace("terms", "terms::jsonb")
            + " from staged s join enterprise_name n on n.match_key = s.match_key join enterprise e"
            + " on e.code = n.enterprise left join known k on k.row = s.row where s.valid",
        origin.batch(),
        origin.at().atOffset(ZoneOffset.UTC),
        origin.factorSet(),
        origin.methodology(),
        origin.actor(),
        origin.form());
  }

  private long update(String sql, @Nullable Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement.executeLargeUpdate();
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
