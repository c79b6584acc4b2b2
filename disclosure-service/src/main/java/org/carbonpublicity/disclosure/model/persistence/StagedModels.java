package org.carbonpublicity.disclosure.model.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.carbonpublicity.disclosure.form.FaultLog;
import org.carbonpublicity.disclosure.form.RowFault;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a form on their way into the database: they stand in a temporary table of the
 * transaction, are checked there as a set, and then merged. Faulty rows are staged too, with what
 * identifies them, so that all checks see all rows.
 */
public final class StagedModels {

  private static final String VALUES =
      "on_sale, footprint_g_per_km, curb_mass_kg, fuel_l_per_100km, electricity_kwh_per_100km,"
          + " battery_kwh, price_cny, model_name, group_name, brand, country_style, series,"
          + " powertrain, body_type, segment, battery_chemistry, launch_month, terms";

  private final Database database;

  public StagedModels(Database database) {
    this.database = database;
  }

  /** An enterprise that nobody registered, as the first row that names it writes it. */
  public record UnknownEnterprise(String spelling, @Nullable String group) {}

  /** Finds rows whose model code stands in an earlier row already. */
  public void findDuplicates() {
    database.update(
        "insert into fault select s.row, 'model_code', 'duplicate-model', 'row ' || d.first || '"
            + " holds this model already', s.model_code from (select model_code, min(row) as first"
            + " from staged where model_code is not null group by model_code having count(*) > 1) d"
            + " join staged s on s.model_code = d.model_code and s.row > d.first");
  }

  /** Finds rows whose enterprise nobody registered. */
  public void findUnknownEnterprises() {
    database.update(
        "insert into fault select s.row, 'enterprise', 'unknown-enterprise', 'no enterprise has"
            + " this code, name or alias', s.spelling from staged s where s.match_key is not null"
            + " and not exists (select from enterprise_name n where n.match_key = s.match_key)");
  }

  /**
   * Finds what is known of the models, and rows that cannot become a revision: in this batch
   * already, or in another one that is not published.
   */
  public void findKnown(int batch) {
    database.update(
        "create temporary table known on commit drop as select s.row, f.model_code, max(f.revision)"
            + " as last, max(f.revision) filter (where b.state <> 'CANCELLED') as replaces,"
            + " bool_or(f.batch = ?) as here, max(f.batch) filter (where b.state not in"
            + " ('PUBLISHED', 'CANCELLED')) as open from staged s join footprint_revision f on f.model_code ="
            + " s.model_code join batch b on b.number = f.batch group by s.row, f.model_code",
        batch);
    database.update("analyze known");
    database.update(
        "insert into fault select row, 'model_code', case when here then 'already-in-batch' else"
            + " 'in-another-batch' end, case when here then 'the batch holds this model already'"
            + " else 'the model is in batch ' || open || ', which is not published' end, model_code"
            + " from known where here or open is not null");
  }

  /** Finds rows that an automaker's form must not have: of others, or not in the batch. */
  public void findForeign(int batch, List<String> enterprises) {
    database.update(
        "insert into fault select s.row, 'enterprise', 'foreign-enterprise', 'the form is of other"
            + " enterprises', s.spelling from staged s join enterprise_name n on n.match_key ="
            + " s.match_key where not n.enterprise = any (?)",
        (Object) enterprises.toArray(String[]::new));
    database.update(
        "create temporary table known on commit drop as select s.row, max(f.revision) filter"
            + " (where f.batch = ?) as revision, max(f.revision) filter (where f.batch = ?) as"
            + " replaces, max(f.revision) as last, (array_agg(f.enterprise order by f.batch = ? desc,"
            + " f.revision desc))[1] as enterprise from staged s join footprint_revision f on"
            + " f.model_code = s.model_code group by s.row having bool_or(f.batch = ?)",
        batch,
        batch,
        batch,
        batch);
    database.update(
        "insert into fault select s.row, 'model_code', 'unknown-model', 'the batch holds no such"
            + " model of this enterprise', s.model_code from staged s left join enterprise_name n on"
            + " n.match_key = s.match_key left join known k on k.row = s.row where s.model_code is"
            + " not null and (k.row is null or k.enterprise is distinct from n.enterprise)");
  }

  /** Tells the faults found here, and counts rows that have any. */
  public long report(FaultLog log) {
    long found = database.count("select count(*) from fault");
    if (found > 0) {
      List<RowFault> listed =
          database.query(
              "select row, column_name, code, message, value from fault order by row limit "
                  + log.most(),
              row ->
                  new RowFault(
                      row.getLong(1),
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      row.getString(5)));
      log.addFound(listed, found);
      database.update(
          "update staged set valid = false where valid and row in (select row from fault)");
    }
    return database.count("select count(*) from staged where not valid");
  }

  /** Enterprises of valid rows that nobody registered, in the order of their first rows. */
  public List<UnknownEnterprise> unknownEnterprises(int limit) {
    return database.query(
        "select (array_agg(spelling order by row))[1], (array_agg(group_name order by row))[1] from"
            + " staged s where valid and not exists (select from enterprise_name n where n.match_key"
            + " = s.match_key) group by match_key order by min(row) limit "
            + limit,
        row -> new UnknownEnterprise(row.getString(1), row.getString(2)));
  }

  /** What all merged revisions have in common. */
  public record Origin(
      int batch,
      String factorSet,
      String methodology,
      Instant at,
      String actor,
      @Nullable UUID form) {}

  /** Makes a revision of every valid row. */
  public void merge(Origin origin) {
    database.update(
        "insert into footprint_revision (batch, revision, replaces, created_at, model_code,"
            + " enterprise, origin, factor_set, methodology, created_by, feedback_form, "
            + VALUES
            + ") select ?, coalesce(k.last, 0) + 1, k.replaces, ?, s.model_code, n.enterprise,"
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
}
