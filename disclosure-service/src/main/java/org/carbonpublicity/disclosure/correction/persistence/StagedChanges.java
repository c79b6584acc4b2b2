package org.carbonpublicity.disclosure.correction.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.carbonpublicity.disclosure.correction.ModelChange;
import org.carbonpublicity.disclosure.form.FaultLog;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.model.persistence.StagedModels;
import org.jspecify.annotations.Nullable;

/**
 * Changes of published models on their way into the database: they stand in a temporary table of
 * the transaction and are checked there as a set. The checks against what is published also serve
 * for staged forms, whose table has the same name and keys.
 */
@ApplicationScoped
public class StagedChanges {

  private static final int CHUNK = 5_000;

  /** What is known of a vehicle, whatever it is called, whoever makes it, on sale or not. */
  static final String OF_THE_VEHICLE =
      "footprint_g_per_km, curb_mass_kg, fuel_l_per_100km, electricity_kwh_per_100km, battery_kwh,"
          + " price_cny, model_code, brand, country_style, series, powertrain, body_type, segment,"
          + " battery_chemistry, launch_month, origin, factor_set, methodology, terms,"
          + " term_frame, term_amounts";

  /** What a change of this kind leaves as it was. */
  private static final String KEPT = "enterprise, group_name, " + OF_THE_VEHICLE;

  private final Database database;

  StagedChanges(Database database) {
    this.database = database;
  }

  /** Where changes come from. */
  @FunctionalInterface
  public interface Source {
    /** The next change; null after the last. */
    @Nullable ModelChange next();
  }

  /**
   * Stages all changes of a source.
   *
   * @return how many
   */
  public long stage(Source source) {
    database.update(
        "create temporary table staged (row bigint not null, valid boolean not null, model_code text"
            + " collate \"C\", on_sale boolean, model_name text, withdrawn boolean not null,"
            + " merged_into text collate \"C\") on commit drop");
    database.update(
        "create temporary table fault (row bigint not null, column_name text, code text not null,"
            + " message text not null, value text) on commit drop");
    long rows = database.with(connection -> insert(connection, source));
    database.update("analyze staged");
    return rows;
  }

  private static long insert(Connection connection, Source source) throws SQLException {
    long rows = 0;
    try (PreparedStatement insert =
        connection.prepareStatement("insert into staged values (?, ?, ?, ?, ?, ?, ?)")) {
      for (ModelChange change = source.next(); change != null; change = source.next()) {
        insert.setLong(1, change.row());
        insert.setBoolean(2, change.modelCode() != null);
        insert.setString(3, change.modelCode());
        insert.setObject(4, change.onSale());
        insert.setString(5, change.modelName());
        insert.setBoolean(6, change.withdrawn());
        insert.setString(7, change.mergedInto());
        insert.addBatch();
        if (++rows % CHUNK == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    return rows;
  }

  /** Finds rows whose model code stands in an earlier row already. */
  public void findDuplicates() {
    new StagedModels(database).findDuplicates();
  }

  /**
   * Finds the present published revision of every model, and rows that have none to replace: never
   * published, withdrawn, or in a batch that is not published yet.
   *
   * @param batch the correction
   */
  public void findPublished(int batch) {
    database.update(
        "create temporary table known on commit drop as select s.row, s.model_code, max(f.revision)"
            + " as last, max(f.batch) filter (where b.state not in ('PUBLISHED', 'CANCELLED')) as"
            + " open, (array_agg(f.revision order by b.publication desc, f.revision desc) filter"
            + " (where b.state = 'PUBLISHED'))[1] as replaces from staged s join footprint_revision"
            + " f on f.model_code = s.model_code join batch b on b.number = f.batch where b.number"
            + " <> ? group by s.row, s.model_code",
        batch);
    database.update("analyze known");
    database.update(
        "insert into fault select s.row, 'model_code', 'unknown-model', 'no model of this code is"
            + " published', s.model_code from staged s left join known k on k.row = s.row where"
            + " s.model_code is not null and k.replaces is null and k.open is null");
    database.update(
        "insert into fault select row, 'model_code', 'in-another-batch', 'the model is in batch ' ||"
            + " open || ', which is not published', model_code from known where open is not null");
    database.update(
        "insert into fault select k.row, 'model_code', 'withdrawn-model', 'the model is withdrawn',"
            + " k.model_code from known k join footprint_revision f on f.model_code = k.model_code"
            + " and f.revision = k.replaces where f.withdrawn and k.open is null");
  }

  /** Finds changes that change nothing. */
  public void findUnchanged() {
    database.update(
        "insert into fault select s.row, case when s.on_sale is null then 'model_name' else 'on_sale'"
            + " end, 'unchanged', 'that is published already', coalesce(s.model_name, case when"
            + " s.on_sale then 'Y' else 'N' end) from staged s join known k on k.row = s.row join"
            + " footprint_revision p on p.model_code = k.model_code and p.revision = k.replaces where"
            + " not s.withdrawn and not p.withdrawn and coalesce(s.on_sale, p.on_sale) = p.on_sale"
            + " and coalesce(s.model_name, p.model_name) = p.model_name");
  }

  /** Finds rows of a staged form that state exactly what is published. */
  public void findUnchangedModels() {
    database.update(
        "insert into fault select s.row, 'model_code', 'unchanged', 'that is published already',"
            + " s.model_code from staged s join known k on k.row = s.row join footprint_revision p on"
            + " p.model_code = k.model_code and p.revision = k.replaces join enterprise_name n on"
            + " n.match_key = s.match_key join enterprise e on e.code = n.enterprise where s.valid and"
            + " not p.withdrawn and (p.enterprise, p.on_sale, p.footprint_g_per_km, p.curb_mass_kg,"
            + " p.fuel_l_per_100km, p.electricity_kwh_per_100km, p.battery_kwh, p.price_cny,"
            + " p.model_name, p.group_name, p.brand, p.country_style, p.series, p.powertrain,"
            + " p.body_type, p.segment, p.battery_chemistry, p.launch_month, p.origin) is not distinct"
            + " from (n.enterprise, s.on_sale, s.footprint_g_per_km, s.curb_mass_kg,"
            + " s.fuel_l_per_100km, s.electricity_kwh_per_100km, s.battery_kwh, s.price_cny,"
            + " s.model_name, coalesce(s.group_name, e.group_name), s.brand, s.country_style,"
            + " s.series, s.powertrain, s.body_type, s.segment, s.battery_chemistry, s.launch_month,"
            + " case when s.terms is null then 'IMPORTED' else 'CALCULATED' end)");
  }

  /** Finds mergers into a model that does not stand for anything: itself, or not published. */
  public void findUnmergeable() {
    database.update(
        "insert into fault select s.row, 'merged_into', case when s.merged_into = s.model_code then"
            + " 'same-model' when d.row is not null then 'merged-away' else 'unknown-model' end, case"
            + " when s.merged_into = s.model_code then 'a model cannot stand for itself' when d.row is"
            + " not null then 'row ' || d.row || ' withdraws this model' else 'no model of this code"
            + " is published' end, s.merged_into from staged s left join staged d on d.model_code ="
            + " s.merged_into and d.withdrawn left join lateral (select f.withdrawn from"
            + " footprint_revision f join batch b on b.number = f.batch where f.model_code ="
            + " s.merged_into and b.state = 'PUBLISHED' order by b.publication desc, f.revision desc"
            + " limit 1) p on true where s.merged_into is not null and (d.row is not null or"
            + " s.merged_into = s.model_code or coalesce(p.withdrawn, true))");
  }

  /** Tells the faults found here. */
  public void report(FaultLog log) {
    new StagedModels(database).report(log);
  }

  /** Makes the revision of every change; it says what the one before said, but for the change. */
  public void revise(int batch, Instant at, String actor) {
    database.update(
        "insert into footprint_revision (batch, revision, replaces, created_at, created_by, on_sale,"
            + " model_name, withdrawn, merged_into, "
            + KEPT
            + ") select ?, k.last + 1, k.replaces, ?, ?, coalesce(s.on_sale, p.on_sale),"
            + " coalesce(s.model_name, p.model_name), s.withdrawn, s.merged_into, "
            + KEPT.replaceAll("(\\w+)", "p.$1")
            + " from staged s join known k on k.row = s.row join footprint_revision p on"
            + " p.model_code = k.model_code and p.revision = k.replaces",
        batch,
        at.atOffset(ZoneOffset.UTC),
        actor);
  }
}
