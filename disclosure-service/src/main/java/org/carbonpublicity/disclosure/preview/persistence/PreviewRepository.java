package org.carbonpublicity.disclosure.preview.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carbonpublicity.disclosure.footprint.FactorSet;
import org.carbonpublicity.disclosure.footprint.VehicleSpecification;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.disclosure.model.BatteryChemistry;
import org.carbonpublicity.disclosure.model.Powertrain;
import org.carbonpublicity.disclosure.preview.Preview;
import org.jspecify.annotations.Nullable;

/** Previews, and the published models that they recalculate. */
@ApplicationScoped
public class PreviewRepository {

  private static final int LONGEST_FAILURE = 500;

  /**
   * The next models by code, each with its present published revision, if it has one and is not
   * withdrawn: what was published last counts, whatever its number. In two parts, so that a step
   * reads as many index entries as it has models, wherever it is in the population.
   */
  private static final String NEXT =
      "select c.model_code as code, r.* from (select distinct model_code from footprint_revision"
          + " where model_code > ? order by model_code limit ?) c left join lateral (select"
          + " f.powertrain, f.enterprise, f.footprint_g_per_km, f.curb_mass_kg, f.fuel_l_per_100km,"
          + " f.electricity_kwh_per_100km, f.battery_kwh, f.battery_chemistry, f.origin, f.withdrawn"
          + " from footprint_revision f join batch b on b.number = f.batch where f.model_code ="
          + " c.model_code and b.state = 'PUBLISHED' order by b.publication desc, f.revision desc"
          + " limit 1) r on not r.withdrawn order by c.model_code";

  private static final String CHANGES =
      "select grouping(powertrain, enterprise) as level, coalesce(powertrain, enterprise) collate \"C\" as key,"
          + " count(*) as models, count(*) filter (where grams_per_km <> 0) as changed,"
          + " round(avg(grams_per_km), 12) as mean, min(grams_per_km) as least, max(grams_per_km) as"
          + " most, percentile_disc(0.5) within group (order by grams_per_km) as half from"
          + " factor_set_preview_change where preview = ? group by grouping sets ((), (powertrain),"
          + " (enterprise)) order by level, key";

  private static final int OF_POWERTRAIN = 1;
  private static final int OF_ENTERPRISE = 2;

  private final Database database;
  private final ObjectMapper json;

  PreviewRepository(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /**
   * A preview whose next step is to be taken.
   *
   * @param population null before the first step
   * @param cursor the last model code that was looked at
   */
  public record Running(UUID id, FactorSet set, @Nullable Long population, String cursor) {}

  /**
   * A model as it is published.
   *
   * @param published null when no revision is
   */
  public record NextModel(String modelCode, @Nullable Published published) {}

  /**
   * What is published of a model.
   *
   * @param vehicle null when its footprint was accounted elsewhere
   */
  public record Published(
      String powertrain,
      String enterprise,
      BigDecimal gramsPerKm,
      @Nullable VehicleSpecification vehicle) {}

  /** What one step found. */
  public static final class Changes {

    private final List<String> powertrains = new ArrayList<>();
    private final List<String> enterprises = new ArrayList<>();
    private final List<String> gramsPerKm = new ArrayList<>();

    public void add(String powertrain, String enterprise, BigDecimal grams) {
      powertrains.add(powertrain);
      enterprises.add(enterprise);
      gramsPerKm.add(grams.toPlainString());
    }

    public int size() {
      return gramsPerKm.size();
    }
  }

  /** Keeps a request with the factor set as it is; false when there is no such set. */
  public boolean insert(UUID id, String factorSet, Instant at, String actor) {
    return database.update(
            "insert into factor_set_preview (id, factor_set, document, state, created_at,"
                + " created_by) select ?, s.id, s.document, 'RUNNING', ?, ? from factor_set s where"
                + " s.id = ?",
            id,
            at.atOffset(ZoneOffset.UTC),
            actor,
            factorSet)
        > 0;
  }

  public Optional<Preview> find(UUID id) {
    return database.first("select * from factor_set_preview where id = ?", this::map, id);
  }

  /** The oldest running preview, locked; those that another instance is at are passed over. */
  public Optional<Running> claim() {
    return database.first(
        "select id, document, population, cursor from factor_set_preview where state = 'RUNNING'"
            + " order by created_at, id limit 1 for update skip locked",
        row ->
            new Running(
                row.getObject("id", UUID.class),
                read(row.getString("document"), FactorSet.class),
                row.getObject("population", Long.class),
                row.getString("cursor")));
  }

  /** Models with a published footprint, without those that are withdrawn. */
  public long population() {
    return database.count(
        "select count(*) from (select distinct on (f.model_code) f.withdrawn from footprint_revision"
            + " f join batch b on b.number = f.batch and b.state = 'PUBLISHED' order by f.model_code,"
            + " b.publication desc, f.revision desc) p where not withdrawn");
  }

  /** Models by code after the given one, published or not. */
  public List<NextModel> next(String after, int limit) {
    return database.query(NEXT, PreviewRepository::model, after, limit);
  }

  public void store(UUID preview, Changes changes) {
    database.update(
        "insert into factor_set_preview_change (preview, powertrain, enterprise, grams_per_km)"
            + " select ?, p, e, g from unnest(?::text[], ?::text[], ?::numeric[]) c (p, e, g)",
        preview,
        changes.powertrains.toArray(String[]::new),
        changes.enterprises.toArray(String[]::new),
        changes.gramsPerKm.toArray(String[]::new));
  }

  public void advance(
      UUID preview,
      long population,
      String cursor,
      long models,
      long notRecalculable,
      long implausible) {
    database.update(
        "update factor_set_preview set population = ?, cursor = ?, models = models + ?,"
            + " not_recalculable = not_recalculable + ?, implausible = implausible + ?, attempts ="
            + " 0 where id = ?",
        population,
        cursor,
        models,
        notRecalculable,
        implausible,
        preview);
  }

  /** Sums the steps up; what they found of each model is not kept. */
  public void complete(UUID preview, Instant at) {
    database.update(
        "update factor_set_preview set state = 'COMPLETED', completed_at = ?, result = ?::jsonb"
            + " where id = ?",
        at.atOffset(ZoneOffset.UTC),
        write(result(preview)),
        preview);
    database.update("delete from factor_set_preview_change where preview = ?", preview);
  }

  public void failed(UUID preview, String why, int attempts, Instant at) {
    String shown = why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why;
    int givenUp =
        database.update(
            "update factor_set_preview set attempts = attempts + 1, state = case when attempts + 1"
                + " >= ? then 'FAILED' else state end, failure = case when attempts + 1 >= ? then ?"
                + " end, completed_at = case when attempts + 1 >= ? then ?::timestamptz end where id"
                + " = ? and state = 'RUNNING'",
            attempts,
            attempts,
            shown,
            attempts,
            at.atOffset(ZoneOffset.UTC),
            preview);
    if (givenUp > 0) {
      database.update(
          "delete from factor_set_preview_change c using factor_set_preview p where p.id ="
              + " c.preview and p.id = ? and p.state = 'FAILED'",
          preview);
    }
  }

  private Preview.Result result(UUID preview) {
    List<Preview.Change> powertrains = new ArrayList<>();
    List<Preview.Change> enterprises = new ArrayList<>();
    List<Preview.Change> all = new ArrayList<>();
    database.query(
        CHANGES,
        row ->
            switch (row.getInt("level")) {
              case OF_POWERTRAIN -> powertrains.add(change(row));
              case OF_ENTERPRISE -> enterprises.add(change(row));
              default -> all.add(change(row));
            },
        preview);
    return new Preview.Result(all.get(0), powertrains, enterprises);
  }

  private static Preview.Change change(ResultSet row) throws SQLException {
    return new Preview.Change(
        row.getString("key"),
        row.getLong("models"),
        row.getLong("changed"),
        row.getBigDecimal("mean"),
        row.getBigDecimal("least"),
        row.getBigDecimal("most"),
        row.getBigDecimal("half"));
  }

  private static NextModel model(ResultSet row) throws SQLException {
    if (row.getString("origin") == null) {
      return new NextModel(row.getString("code"), null);
    }
    BigDecimal mass = row.getBigDecimal("curb_mass_kg");
    String chemistry = row.getString("battery_chemistry");
    VehicleSpecification vehicle = null;
    if (mass != null && row.getString("origin").equals("CALCULATED")) {
      vehicle =
          new VehicleSpecification(
              Powertrain.valueOf(row.getString("powertrain")),
              mass,
              row.getBigDecimal("fuel_l_per_100km"),
              row.getBigDecimal("electricity_kwh_per_100km"),
              row.getBigDecimal("battery_kwh"),
              chemistry == null ? null : BatteryChemistry.valueOf(chemistry));
    }
    return new NextModel(
        row.getString("code"),
        new Published(
            row.getString("powertrain"),
            row.getString("enterprise"),
            row.getBigDecimal("footprint_g_per_km"),
            vehicle));
  }

  private Preview map(ResultSet row) throws SQLException {
    OffsetDateTime completed = row.getObject("completed_at", OffsetDateTime.class);
    String result = row.getString("result");
    return new Preview(
        row.getObject("id", UUID.class),
        row.getString("factor_set"),
        Preview.State.valueOf(row.getString("state")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        completed == null ? null : completed.toInstant(),
        row.getObject("population", Long.class),
        row.getLong("models"),
        row.getLong("not_recalculable"),
        row.getLong("implausible"),
        row.getString("failure"),
        result == null ? null : read(result, Preview.Result.class));
  }

  private <T> T read(String document, Class<T> type) {
    try {
      return json.readValue(document, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
