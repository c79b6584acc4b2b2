package org.carbonpublicity.disclosure.correction.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonpublicity.disclosure.batch.CorrectionKind;
import org.carbonpublicity.disclosure.correction.Erratum;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.jspecify.annotations.Nullable;

/** Errata: the revisions that corrections published, beside the ones that they replace. */
@ApplicationScoped
public class ErratumRepository {

  /** Columns that an erratum compares, with the fields that they are told as. */
  private static final Map<String, String> COMPARED = new LinkedHashMap<>();

  static {
    COMPARED.put("enterprise", "enterprise");
    COMPARED.put("group_name", "group");
    COMPARED.put("brand", "brand");
    COMPARED.put("country_style", "countryStyle");
    COMPARED.put("series", "series");
    COMPARED.put("model_name", "modelName");
    COMPARED.put("powertrain", "powertrain");
    COMPARED.put("body_type", "bodyType");
    COMPARED.put("segment", "segment");
    COMPARED.put("curb_mass_kg", "curbMassKg");
    COMPARED.put("fuel_l_per_100km", "fuelLPer100Km");
    COMPARED.put("electricity_kwh_per_100km", "electricityKwhPer100Km");
    COMPARED.put("battery_kwh", "batteryKwh");
    COMPARED.put("battery_chemistry", "batteryChemistry");
    COMPARED.put("price_cny", "priceCny");
    COMPARED.put("launch_month", "launchMonth");
    COMPARED.put("on_sale", "onSale");
    COMPARED.put("footprint_g_per_km", "footprintGramsPerKm");
    COMPARED.put("origin", "origin");
    COMPARED.put("factor_set", "factorSet");
    COMPARED.put("methodology", "methodology");
  }

  private static final String ERRATA =
      "select f.batch, b.publication, b.correction, b.reason, b.published_at, f.model_code, f.revision,"
          + " f.replaces, f.withdrawn, f.merged_into, "
          + COMPARED.keySet().stream()
              .map(column -> "p." + column + " as old_" + column + ", f." + column)
              .collect(Collectors.joining(", "))
          + " from footprint_revision f join batch b on b.number = f.batch join footprint_revision p on"
          + " p.model_code = f.model_code and p.revision = f.replaces where ";

  private final Database database;

  ErratumRepository(Database database) {
    this.database = database;
  }

  /** Where a page goes on: after a model of a publication. */
  public record Position(int publication, String modelCode) {}

  /** A published correction. */
  private record Correction(int batch, int publication) {}

  /**
   * Errata, the latest publication first, in it by code. Corrections are read one after another, so
   * that a page costs what it holds however large they are.
   *
   * @param from published at this moment or later; null for all
   */
  public List<Erratum> list(
      @Nullable CorrectionKind kind, @Nullable Instant from, @Nullable Position after, int limit) {
    List<Erratum> found = new ArrayList<>();
    int before = after == null ? Integer.MAX_VALUE : after.publication() + 1;
    while (found.size() < limit) {
      Correction correction = correction(kind, from, before);
      if (correction == null) {
        return found;
      }
      boolean partly = after != null && after.publication() == correction.publication();
      found.addAll(
          database.query(
              ERRATA + "f.batch = ? and f.model_code > ? order by f.model_code limit ?",
              ErratumRepository::map,
              correction.batch(),
              after != null && partly ? after.modelCode() : "",
              limit - found.size()));
      before = correction.publication();
    }
    return found;
  }

  /** Errata of one model, the latest publication first. */
  public List<Erratum> of(
      String modelCode,
      @Nullable CorrectionKind kind,
      @Nullable Instant from,
      @Nullable Position after,
      int limit) {
    return database.query(
        ERRATA
            + "f.model_code = ? and b.correction is not null and b.state = 'PUBLISHED' and (?::text is"
            + " null or b.correction = ?) and (?::timestamptz is null or b.published_at >= ?) and"
            + " b.publication < ? order by b.publication desc limit ?",
        ErratumRepository::map,
        modelCode,
        name(kind),
        name(kind),
        time(from),
        time(from),
        after == null ? Integer.MAX_VALUE : after.publication(),
        limit);
  }

  /** The last correction before a publication. */
  private @Nullable Correction correction(
      @Nullable CorrectionKind kind, @Nullable Instant from, int before) {
    return database
        .first(
            "select number, publication from batch where correction is not null and state ="
                + " 'PUBLISHED' and (?::text is null or correction = ?) and (?::timestamptz is null or"
                + " published_at >= ?) and publication < ? order by publication desc limit 1",
            row -> new Correction(row.getInt(1), row.getInt(2)),
            name(kind),
            name(kind),
            time(from),
            time(from),
            before)
        .orElse(null);
  }

  private static @Nullable String name(@Nullable CorrectionKind kind) {
    return kind == null ? null : kind.name();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Erratum map(ResultSet row) throws SQLException {
    boolean withdrawn = row.getBoolean("withdrawn");
    Map<String, Object> before = new LinkedHashMap<>();
    Map<String, Object> after = new LinkedHashMap<>();
    for (Map.Entry<String, String> column : COMPARED.entrySet()) {
      Object old = row.getObject("old_" + column.getKey());
      Object present = row.getObject(column.getKey());
      if (withdrawn ? column.getKey().equals("footprint_g_per_km") : !same(old, present)) {
        put(before, column.getValue(), old);
        put(after, column.getValue(), withdrawn ? null : present);
      }
    }
    return new Erratum(
        row.getInt("batch"),
        row.getInt("publication"),
        CorrectionKind.valueOf(row.getString("correction")),
        row.getString("reason"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getString("model_code"),
        row.getString("model_name"),
        row.getString("enterprise"),
        row.getInt("revision"),
        row.getInt("replaces"),
        before,
        after,
        withdrawn,
        row.getString("merged_into"));
  }

  private static boolean same(@Nullable Object old, @Nullable Object present) {
    if (old instanceof BigDecimal number && present instanceof BigDecimal other) {
      return number.compareTo(other) == 0;
    }
    return old == null ? present == null : old.equals(present);
  }

  private static void put(Map<String, Object> values, String field, @Nullable Object value) {
    if (value != null) {
      values.put(field, value);
    }
  }
}
