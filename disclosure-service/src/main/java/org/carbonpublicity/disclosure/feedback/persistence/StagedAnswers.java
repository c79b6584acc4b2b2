package org.carbonpublicity.disclosure.feedback.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carbonpublicity.disclosure.feedback.FeedbackForm.Remarks;
import org.carbonpublicity.disclosure.form.Column;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.model.Powertrain.Traction;

/**
 * The rows of a staged feedback form as answers to what is known: each is compared with the present
 * revision of its model, in the temporary tables of the transaction.
 */
@ApplicationScoped
public class StagedAnswers {

  private static final List<Column> INPUTS =
      List.of(
          Column.POWERTRAIN,
          Column.CURB_MASS_KG,
          Column.FUEL_L_PER_100KM,
          Column.ELECTRICITY_KWH_PER_100KM,
          Column.BATTERY_KWH,
          Column.BATTERY_CHEMISTRY);

  private static final List<Column> ATTRIBUTES =
      List.of(
          Column.BRAND,
          Column.COUNTRY_STYLE,
          Column.SERIES,
          Column.MODEL_NAME,
          Column.BODY_TYPE,
          Column.SEGMENT,
          Column.PRICE_CNY,
          Column.LAUNCH_MONTH,
          Column.ON_SALE);

  /** Columns that a form may lack; then they stay as they are. */
  private static final List<Column> SPARED =
      List.of(Column.COUNTRY_STYLE, Column.PRICE_CNY, Column.LAUNCH_MONTH, Column.ON_SALE);

  private final Database database;

  StagedAnswers(Database database) {
    this.database = database;
  }

  /**
   * Compares valid rows with what is known, after foreign ones were found.
   *
   * @param columns those that the form has
   */
  public void compare(int batch, Set<Column> columns) {
    keepWhatTheFormLacks(batch, columns);
    findDifferences(batch);
    findContradictions(columns.contains(Column.BATTERY_CHEMISTRY));
  }

  private void keepWhatTheFormLacks(int batch, Set<Column> columns) {
    String spared =
        SPARED.stream()
            .filter(column -> !columns.contains(column))
            .map(column -> ", " + name(column) + " = f." + name(column))
            .collect(Collectors.joining());
    // A group that is not stated stays, too.
    database.update(
        "update staged s set group_name = coalesce(s.group_name, f.group_name)"
            + spared
            + " from known k join footprint_revision f on f.revision = k.revision and f.batch = ?"
            + " where s.valid and k.row = s.row and f.model_code = s.model_code",
        batch);
  }

  private void findDifferences(int batch) {
    database.update(
        "create temporary table answer on commit drop as select s.row, s.model_code, f.enterprise,"
            + " s.remark as stated, s.comment, s.curb_mass_kg, s.fuel_l_per_100km,"
            + " s.electricity_kwh_per_100km, s.battery_kwh, s.powertrain, f.origin,"
            + " f.footprint_g_per_km, f.battery_chemistry as known_chemistry, concat_ws(', ', "
            + changed(INPUTS)
            + ") as inputs, concat_ws(', ', case when s.group_name is distinct from f.group_name"
            + " then 'group' end, "
            + changed(ATTRIBUTES)
            + ") as attributes, null::text as remark from staged s join known k on k.row = s.row"
            + " join footprint_revision f on f.batch = ? and f.model_code = s.model_code and"
            + " f.revision = k.revision where s.valid",
        batch);
    database.update(
        "update answer set remark = coalesce(stated, case when inputs || attributes = '' then"
            + " 'AGREED' else 'CORRECTED' end)");
    database.update("analyze answer");
  }

  private void findContradictions(boolean hasChemistry) {
    database.update(
        "insert into fault select row, 'remark', 'contradicts-remark', 'the remark is not CORRECTED"
            + " but these differ from what is known: ' || concat_ws(', ', nullif(inputs, ''),"
            + " nullif(attributes, '')), stated from answer where remark <> 'CORRECTED' and inputs"
            + " || attributes <> ''");
    database.update(
        "insert into fault select row, 'remark', 'nothing-corrected', 'the remark is CORRECTED but"
            + " nothing differs from what is known', stated from answer where remark = 'CORRECTED'"
            + " and inputs || attributes = ''");
    // An imported footprint stays while nothing that it could rest on is corrected.
    String calculated =
        " from answer where remark = 'CORRECTED' and not (origin = 'IMPORTED' and inputs = '')";
    findMissing(Column.CURB_MASS_KG, calculated, powertrain -> true);
    findMissing(Column.FUEL_L_PER_100KM, calculated, Powertrain::burnsFuel);
    findMissing(Column.ELECTRICITY_KWH_PER_100KM, calculated, Powertrain::charges);
    findMissing(
        Column.BATTERY_KWH, calculated, powertrain -> powertrain.traction() == Traction.REQUIRED);
    if (!hasChemistry) {
      database.update(
          "insert into fault select row, 'battery_chemistry', 'missing-value', 'a value is known,"
              + " and the form lacks the column', known_chemistry from answer where remark ="
              + " 'CORRECTED' and known_chemistry is not null");
    }
  }

  private void findMissing(Column column, String from, Predicate<Powertrain> needs) {
    database.update(
        "insert into fault select row, '"
            + column.header()
            + "', 'missing-value', 'a value is needed; missing is never zero', ''"
            + from
            + " and "
            + name(column)
            + " is null and powertrain = any (?)",
        (Object)
            Arrays.stream(Powertrain.values())
                .filter(needs)
                .map(Enum::name)
                .toArray(String[]::new));
  }

  /** Leaves only corrections to be merged, once faulty rows are marked; counts all answers. */
  public Remarks keepCorrections() {
    database.update("delete from answer where row in (select row from fault)");
    database.update(
        "update staged s set footprint_g_per_km = a.footprint_g_per_km, terms = null from answer a"
            + " where a.row = s.row and a.origin = 'IMPORTED' and a.inputs = ''");
    database.update(
        "delete from staged s using answer a where a.row = s.row and a.remark <> 'CORRECTED'");
    return database
        .first(
            "select count(*) filter (where remark = 'AGREED'), count(*) filter (where remark ="
                + " 'CORRECTED'), count(*) filter (where remark = 'NOT_IDENTIFIABLE'), count(*)"
                + " filter (where remark = 'OUT_OF_SCOPE'), count(*) filter (where remark ="
                + " 'NO_LONGER_PRODUCED') from answer",
            counts ->
                new Remarks(
                    counts.getLong(1),
                    counts.getLong(2),
                    counts.getLong(3),
                    counts.getLong(4),
                    counts.getLong(5)))
        .orElseThrow();
  }

  /** Keeps the answers of a stored form; from now on they are what counts of their models. */
  public void store(int batch, UUID form, Instant at) {
    database.update(
        "insert into feedback_answer (feedback_form, model_code, row, remark, comment) select ?,"
            + " model_code, row, remark, comment from answer",
        form);
    database.update(
        "insert into review_answer (batch, model_code, enterprise, remark, comment, feedback_form,"
            + " answered_at) select ?, model_code, enterprise, remark, comment, ?, ? from answer on"
            + " conflict (batch, model_code) do update set enterprise = excluded.enterprise, remark"
            + " = excluded.remark, comment = excluded.comment, feedback_form ="
            + " excluded.feedback_form, answered_at = excluded.answered_at",
        batch,
        form,
        at.atOffset(ZoneOffset.UTC));
  }

  private static String changed(List<Column> columns) {
    return columns.stream()
        .map(
            column ->
                "case when s."
                    + name(column)
                    + " is distinct from f."
                    + name(column)
                    + " then '"
                    + column.header()
                    + "' end")
        .collect(Collectors.joining(", "));
  }

  /** Columns of tables are called as those of forms. */
  private static String name(Column column) {
    return column.header();
  }
}
