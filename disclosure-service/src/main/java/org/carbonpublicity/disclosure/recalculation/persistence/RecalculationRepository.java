package org.carbonpublicity.disclosure.recalculation.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.disclosure.footprint.Footprint;
import org.carbonpublicity.disclosure.footprint.Term;
import org.carbonpublicity.disclosure.footprint.VehicleSpecification;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.recalculation.Recalculation;
import org.carbonpublicity.disclosure.recalculation.StaleModel;
import org.jspecify.annotations.Nullable;

/** How far the recalculation of batches has come, and what it makes of their models. */
@ApplicationScoped
public class RecalculationRepository {

  /** The batch that waits longest, or none when another instance is at it. */
  private static final String NEXT =
      "select number, coalesce(recalculation_cursor, ''), coalesce(accepted_by, review_closed_by,"
          + " created_by) from batch where state = 'RECALCULATING' and recalculated_at is null order"
          + " by recalculation_started_at, number limit 1 for no key update skip locked";

  private static final String MODELS =
      "select f.model_code, f.revision, f.powertrain, f.curb_mass_kg, f.fuel_l_per_100km,"
          + " f.electricity_kwh_per_100km, f.battery_kwh, f.battery_chemistry from"
          + " footprint_revision f where f.batch = ? and f.model_code > ? and f.origin ="
          + " 'CALCULATED' and (f.factor_set <> ? or f.methodology <> ?) and not exists (select from"
          + " footprint_revision n where n.batch = f.batch and n.model_code = f.model_code and"
          + " n.revision > f.revision) order by f.model_code limit ?";

  /** The next revision of a model: its information as it was, its footprint as it is now. */
  private static final String REVISE =
      "insert into footprint_revision (batch, revision, replaces, created_at, created_by,"
          + " footprint_g_per_km, terms, factor_set, methodology, origin, model_code, on_sale,"
          + " curb_mass_kg, fuel_l_per_100km, electricity_kwh_per_100km, battery_kwh, price_cny,"
          + " model_name, enterprise, group_name, brand, country_style, series, powertrain,"
          + " body_type, segment, battery_chemistry, launch_month) select batch, (select"
          + " max(revision) + 1 from footprint_revision where model_code = f.model_code), revision,"
          + " ?, ?, ?, ?::jsonb, ?, ?, origin, model_code, on_sale, curb_mass_kg,"
          + " fuel_l_per_100km, electricity_kwh_per_100km, battery_kwh, price_cny, model_name,"
          + " enterprise, group_name, brand, country_style, series, powertrain, body_type, segment,"
          + " battery_chemistry, launch_month from footprint_revision f where batch = ? and"
          + " model_code = ? and revision = ?";

  private final Database database;
  private final ObjectMapper json;

  RecalculationRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** The recalculation whose turn it is, its batch locked until the transaction ends. */
  public Optional<Recalculation> next() {
    return database.first(
        NEXT, row -> new Recalculation(row.getInt(1), row.getString(2), row.getString(3)));
  }

  /** The next models by code that rest on another factor set or methodology than these. */
  public List<StaleModel> models(
      Recalculation work, String factorSet, String methodology, int limit) {
    return database.query(
        MODELS,
        RecalculationRepository::map,
        work.batch(),
        work.cursor(),
        factorSet,
        methodology,
        limit);
  }

  /** Gives a model its next revision; false when there is none to replace. */
  public boolean revise(Recalculation work, StaleModel model, Footprint footprint, Instant at) {
    return database.update(
            REVISE,
            at.atOffset(ZoneOffset.UTC),
            work.actor(),
            footprint.gramsPerKm(),
            json(footprint.terms()),
            footprint.factorSet(),
            footprint.methodology(),
            work.batch(),
            model.code(),
            model.revision())
        == 1;
  }

  /** Keeps why a factor set cannot calculate a model. */
  public void refuse(Recalculation work, StaleModel model, String factorSet, String message) {
    database.update(
        "insert into recalculation_refusal (batch, model_code, factor_set, message) values (?, ?,"
            + " ?, ?) on conflict do nothing",
        work.batch(),
        model.code(),
        factorSet,
        message);
  }

  private String json(List<Term> terms) {
    try {
      return json.writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StaleModel map(ResultSet row) throws SQLException {
    BigDecimal mass = row.getBigDecimal("curb_mass_kg");
    if (mass == null) {
      throw new IllegalStateException("a calculated footprint without a curb mass");
    }
    return new StaleModel(
        row.getString("model_code"),
        row.getInt("revision"),
        new VehicleSpecification(
            Powertrain.valueOf(row.getString("powertrain")),
            mass,
            row.getBigDecimal("fuel_l_per_100km"),
            row.getBigDecimal("electricity_kwh_per_100km"),
            row.getBigDecimal("battery_kwh"),
            chemistry(row.getString("battery_chemistry"))));
  }

  private static @Nullable BatteryChemistry chemistry(@Nullable String name) {
    return name == null ? null : BatteryChemistry.valueOf(name);
  }
}
