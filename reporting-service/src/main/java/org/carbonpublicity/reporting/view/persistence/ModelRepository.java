package org.carbonpublicity.reporting.view.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.reporting.jdbc.Database;
import org.carbonpublicity.reporting.view.Criterion;
import org.carbonpublicity.reporting.view.Criterion.Field;
import org.carbonpublicity.reporting.view.Facet;
import org.carbonpublicity.reporting.view.FormerRating;
import org.carbonpublicity.reporting.view.MeanOverEditions;
import org.carbonpublicity.reporting.view.ModelOrder;
import org.carbonpublicity.reporting.view.Place;
import org.carbonpublicity.reporting.view.PublishedModel;
import org.jspecify.annotations.Nullable;

/**
 * Models of published editions. Their rows never change, so that several queries about an edition
 * agree without a transaction.
 */
@ApplicationScoped
public class ModelRepository {

  private static final String COLUMNS =
      """
      model_code, model_name, enterprise, enterprise_name, group_name, brand, country_style, series,
      powertrain, body_type, segment, curb_mass_kg, price_cny, launch_month, on_sale, batch,
      footprint_revision, footprint_grams_per_km, rating_class, unrated_reason, ratio,
      reference_grams_per_km, category_mean_grams_per_km, below_average""";

  private final Database database;

  ModelRepository(Database database) {
    this.database = database;
  }

  /**
   * A place in an order of models.
   *
   * @param value of the model there, as text; null when it has none
   */
  public record Position(@Nullable String value, String modelCode) {}

  /** A model with its place among those of its list. */
  public record Ranked(int rank, PublishedModel model) {}

  /** Models that fulfil all criteria, those after a position (null: from the first). */
  public List<PublishedModel> page(
      int edition,
      List<Criterion> criteria,
      ModelOrder order,
      @Nullable Position after,
      int limit) {
    ModelSql sql = ModelSql.of(edition, criteria);
    String value = ModelSql.ordered(order.by());
    if (after != null) {
      beyond(sql, value, order, after);
    }
    return database.query(
        "select %s from %s order by %s %s nulls last, model_code collate \"C\" limit ?"
            .formatted(COLUMNS, sql.from(), value, order.descending() ? "desc" : "asc"),
        ModelRepository::model,
        sql.arguments(limit));
  }

  private static void beyond(ModelSql sql, String value, ModelOrder order, Position after) {
    String given = after.value();
    String code = "model_code collate \"C\" > ?";
    if (given == null) {
      sql.and(value + " is null and " + code, after.modelCode());
      return;
    }
    Object bound = order.by() == ModelOrder.By.NAME ? given : new BigDecimal(given);
    sql.and(
        "%1$s %2$s ? or (%1$s = ? and %3$s) or %1$s is null"
            .formatted(value, order.descending() ? "<" : ">", code),
        bound,
        bound,
        after.modelCode());
  }

  /** How many models fulfil all criteria. */
  public long count(int edition, List<Criterion> criteria) {
    ModelSql sql = ModelSql.of(edition, criteria);
    return database.count("select count(*) from " + sql.from(), sql.arguments());
  }

  /**
   * Models that fulfil all criteria but those on the facet itself, by its values: what a reader
   * would find with another choice there.
   */
  public List<Facet.Count> facet(int edition, List<Criterion> criteria, Facet facet) {
    List<Criterion> others = criteria.stream().filter(c -> c.field() != facet.field()).toList();
    ModelSql sql = ModelSql.of(edition, others);
    return database.query(
        "select %1$s, count(*) from %2$s group by 1 order by (%1$s) collate \"C\""
            .formatted(ModelSql.facet(facet), sql.from()),
        row -> new Facet.Count(row.getString(1), row.getLong(2)),
        sql.arguments());
  }

  public Optional<PublishedModel> find(int edition, String modelCode) {
    return database.first(
        "select %s from model_rating where edition = %d and model_code = ?"
            .formatted(COLUMNS, edition),
        ModelRepository::model,
        modelCode);
  }

  /** Where a model stands in its category; empty for one that is off sale. */
  public Optional<Place> place(int edition, PublishedModel model) {
    if (!model.onSale()) {
      return Optional.empty();
    }
    ModelSql sql = category(edition, model.category());
    return database.first(
        """
        select 1 + count(*) filter (where footprint_grams_per_km < ?), count(*),
               sum(footprint_grams_per_km), min(footprint_grams_per_km)
        from %s"""
            .formatted(sql.from()),
        row -> new Place(row.getInt(1), row.getLong(2), row.getBigDecimal(3), row.getBigDecimal(4)),
        argumentsAfter(model.footprintGramsPerKm(), sql));
  }

  /**
   * Models on sale of a category in competition ranks: lowest footprint first, equal ones by name
   * and code.
   *
   * @param after how many to pass over
   */
  public List<Ranked> ranking(int edition, String category, int after, int limit) {
    ModelSql sql = category(edition, category);
    return database.query(
        """
        select %s, rank() over (order by footprint_grams_per_km) as place
        from %s
        order by footprint_grams_per_km, model_name collate "C", model_code collate "C"
        limit ? offset ?"""
            .formatted(COLUMNS, sql.from()),
        row -> new Ranked(row.getInt("place"), model(row)),
        sql.arguments(limit, after));
  }

  /** What editions up to this one said of a model, first to last. */
  public List<FormerRating> history(int edition, String modelCode) {
    return database.query(
        """
        select %s, m.edition, p.cut_off from model_rating m join edition_progress p using (edition)
        where edition <= ? and model_code = ? order by edition"""
            .formatted(COLUMNS),
        row ->
            new FormerRating(
                row.getInt("edition"), row.getObject("cut_off", LocalDate.class), model(row)),
        edition,
        modelCode);
  }

  /** Footprints of the models that fulfil all criteria added up, in gCO2e/km; 0 for none. */
  public BigDecimal footprintSum(int edition, List<Criterion> criteria) {
    ModelSql sql = ModelSql.of(edition, criteria);
    return database
        .first(
            "select coalesce(sum(footprint_grams_per_km), 0) from " + sql.from(),
            row -> row.getBigDecimal(1),
            sql.arguments())
        .orElseThrow();
  }

  /**
   * Models on sale of each edition up to this one, by what they have in common: by key, then
   * edition. Reads all of these editions.
   */
  public List<MeanOverEditions> means(int edition, MeanOverEditions.By by) {
    String key =
        switch (by) {
          case POWERTRAIN -> "powertrain";
          case STYLE -> "country_style";
          case GROUP -> "group_name";
          case ENTERPRISE -> "enterprise";
        };
    String name = by == MeanOverEditions.By.ENTERPRISE ? "enterprise_name" : key;
    return database.query(
        """
        select m.edition, p.cut_off, %1$s, max(%2$s collate "C"), count(*), sum(footprint_grams_per_km)
        from model_rating m join edition_progress p using (edition)
        where edition <= ? and on_sale and %1$s is not null
        group by m.edition, p.cut_off, %1$s order by %1$s collate "C", m.edition"""
            .formatted(key, name),
        row ->
            new MeanOverEditions(
                row.getInt(1),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getBigDecimal(6)),
        edition);
  }

  private static ModelSql category(int edition, String category) {
    return ModelSql.of(
        edition,
        List.of(Criterion.of(Field.CATEGORY, category), Criterion.of(Field.ON_SALE, "true")));
  }

  private static @Nullable Object[] argumentsAfter(Object first, ModelSql sql) {
    @Nullable Object[] rest = sql.arguments();
    @Nullable Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  private static PublishedModel model(ResultSet row) throws SQLException {
    int ratingClass = row.getInt("rating_class");
    boolean unrated = row.wasNull();
    boolean belowAverage = row.getBoolean("below_average");
    boolean noAverage = row.wasNull();
    return new PublishedModel(
        row.getString("model_code"),
        row.getString("model_name"),
        row.getString("enterprise"),
        row.getString("enterprise_name"),
        row.getString("group_name"),
        row.getString("brand"),
        row.getString("country_style"),
        row.getString("series"),
        row.getString("powertrain"),
        row.getString("body_type"),
        row.getString("segment"),
        row.getBigDecimal("curb_mass_kg"),
        row.getBigDecimal("price_cny"),
        row.getString("launch_month"),
        row.getBoolean("on_sale"),
        row.getInt("batch"),
        row.getInt("footprint_revision"),
        row.getBigDecimal("footprint_grams_per_km"),
        unrated ? null : ratingClass,
        row.getString("unrated_reason"),
        row.getBigDecimal("ratio"),
        row.getBigDecimal("reference_grams_per_km"),
        row.getBigDecimal("category_mean_grams_per_km"),
        noAverage ? null : belowAverage);
  }
}
