package org.carbonpublicity.disclosure.correction.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.Footprint;
import org.carbonpublicity.disclosure.footprint.VehicleSpecification;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.jspecify.annotations.Nullable;

/** What is published, as far as a factor set changes it, and how far its recalculation came. */
@ApplicationScoped
public class RecalculationRepository {

  /**
   * The recalculation ordered first, or none while another instance is at it or a publication is
   * under way: its base is what is public.
   */
  private static final String NEXT =
      "select b.number, b.preparation_cursor, s.document::text from batch b join factor_set s on s.id"
          + " = b.factor_set where b.number = (select min(number) from batch where state ="
          + " 'PREPARING' and correction = 'FACTOR_SET') and b.state = 'PREPARING' and not exists"
          + " (select from batch where state = 'PUBLISHING') for no key update of b skip locked";

  /** The present revision of the next models, whatever their origin: the cursor counts all. */
  private static final String PUBLISHED =
      "select distinct on (f.model_code) f.model_code, f.revision, f.withdrawn, f.origin,"
          + " f.factor_set, f.methodology, f.powertrain, f.curb_mass_kg, f.fuel_l_per_100km,"
          + " f.electricity_kwh_per_100km, f.battery_kwh, f.battery_chemistry from"
          + " footprint_revision f join batch b on b.number = f.batch where b.state = 'PUBLISHED' and"
          + " f.model_code > ? order by f.model_code, b.publication desc, f.revision desc limit ?";

  /** The next revision of a model: its information as it was, its footprint as it is now. */
  private static final String REVISE =
      "insert into footprint_revision (batch, revision, replaces, created_at, created_by,"
          + " footprint_g_per_km, terms, factor_set, methodology, origin, model_code, on_sale,"
          + " curb_mass_kg, fuel_l_per_100km, electricity_kwh_per_100km, battery_kwh, price_cny,"
          + " model_name, enterprise, group_name, brand, country_style, series, powertrain,"
          + " body_type, segment, battery_chemistry, launch_month) select ?, (select max(revision) + 1"
          + " from footprint_revision where model_code = f.model_code), revision, ?, ?, ?, ?::jsonb,"
          + " ?, ?, origin, model_code, on_sale, curb_mass_kg, fuel_l_per_100km,"
          + " electricity_kwh_per_100km, battery_kwh, price_cny, model_name, enterprise, group_name,"
          + " brand, country_style, series, powertrain, body_type, segment, battery_chemistry,"
          + " launch_month from footprint_revision f where model_code = ? and revision = ?";

  private final Database database;
  private final ObjectMapper json;

  RecalculationRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * A recalculation whose next step is to be taken.
   *
   * @param cursor the last model code that was looked at; "" before the first
   */
  public record Work(int batch, String cursor, FactorSet factorSet) {}

  /**
   * Published models in the order of codes.
   *
   * @param last code of the last one, where the next step goes on
   */
  public record Population(List<Published> models, String last) {}

  /** A model as it is published. */
  public record Published(
      String code,
      int revision,
      boolean withdrawn,
      String origin,
      @Nullable String factorSet,
      @Nullable String methodology,
      String powertrain,
      @Nullable BigDecimal curbMassKg,
      @Nullable BigDecimal fuelLPer100Km,
      @Nullable BigDecimal electricityKwhPer100Km,
      @Nullable BigDecimal batteryKwh,
      @Nullable String batteryChemistry) {

    /** Whether its footprint was calculated, by other factors or another methodology. */
    public boolean isRecalculable(String otherFactorSet, String otherMethodology) {
      return !withdrawn
          && origin.equals("CALCULATED")
          && curbMassKg != null
          && !(otherFactorSet.equals(factorSet) && otherMethodology.equals(methodology));
    }

    /** What its footprint is calculated from. */
    public VehicleSpecification specification() {
      return new VehicleSpecification(
          Powertrain.valueOf(powertrain),
          Objects.requireNonNull(curbMassKg),
          fuelLPer100Km,
          electricityKwhPer100Km,
          batteryKwh,
          batteryChemistry == null ? null : BatteryChemistry.valueOf(batteryChemistry));
    }
  }

  /** A model with its new footprint. */
  public record Recalculated(Published model, Footprint footprint) {}

  /** The recalculation whose turn it is, its row locked until the transaction ends. */
  public Optional<Work> next() {
    return database.first(
        NEXT, row -> new Work(row.getInt(1), row.getString(2), set(row.getString(3))));
  }

  /** The next published models after a code. */
  public Population published(String after, int limit) {
    List<Published> models =
        database.query(PUBLISHED, RecalculationRepository::model, after, limit);
    return new Population(models, models.isEmpty() ? after : models.get(models.size() - 1).code());
  }

  /** Makes the revisions of recalculated models. */
  public void revise(int batch, List<Recalculated> models, Instant at, String actor) {
    database.with(connection -> revise(connection, batch, models, at, actor));
  }

  private int revise(
      Connection connection, int batch, List<Recalculated> models, Instant at, String actor)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REVISE)) {
      for (Recalculated recalculated : models) {
        Footprint footprint = recalculated.footprint();
        insert.setInt(1, batch);
        insert.setObject(2, at.atOffset(ZoneOffset.UTC));
        insert.setString(3, actor);
        insert.setBigDecimal(4, footprint.gramsPerKm());
        insert.setString(5, json.writeValueAsString(footprint.terms()));
        insert.setString(6, footprint.factorSet());
        insert.setString(7, footprint.methodology());
        insert.setString(8, recalculated.model().code());
        insert.setInt(9, recalculated.model().revision());
        insert.addBatch();
      }
      return insert.executeBatch().length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Notes that a model could not be recalculated. */
  public void except(int batch, String modelCode, String message) {
    database.update(
        "insert into recalculation_exception (batch, model_code, message) values (?, ?, ?)",
        batch,
        modelCode,
        message);
  }

  /** Remembers how far a recalculation came. */
  public void advance(int batch, String cursor, long models) {
    database.update(
        "update batch set preparation_cursor = ?, models = models + ?, version = version + 1 where"
            + " number = ?",
        cursor,
        models,
        batch);
  }

  /** Forgets a recalculation that has neither revised a model nor failed at one. */
  public boolean dropEmpty(int batch) {
    return database.update(
            "delete from batch b where number = ? and models = 0 and not exists (select from"
                + " recalculation_exception e where e.batch = b.number)",
            batch)
        == 1;
  }

  /**
   * Takes revisions out again whose model was published anew since they were made: they would undo
   * it. Nothing of them was public.
   */
  public void dropOutdated(int batch) {
    database.update(
        "delete from footprint_revision f using footprint_revision r, batch rb where f.batch = ? and"
            + " r.model_code = f.model_code and r.revision = f.replaces and rb.number = r.batch and"
            + " exists (select from footprint_revision n join batch nb on nb.number = n.batch where"
            + " n.model_code = f.model_code and nb.publication > rb.publication)",
        batch);
  }

  /** Models that a batch revises. */
  public long models(int batch) {
    return database.count("select count(*) from footprint_revision where batch = ?", batch);
  }

  private static Published model(ResultSet row) throws SQLException {
    return new Published(
        row.getString("model_code"),
        row.getInt("revision"),
        row.getBoolean("withdrawn"),
        row.getString("origin"),
        row.getString("factor_set"),
        row.getString("methodology"),
        row.getString("powertrain"),
        row.getBigDecimal("curb_mass_kg"),
        row.getBigDecimal("fuel_l_per_100km"),
        row.getBigDecimal("electricity_kwh_per_100km"),
        row.getBigDecimal("battery_kwh"),
        row.getString("battery_chemistry"));
  }

  private FactorSet set(String document) {
    try {
      return json.readValue(document, FactorSet.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
