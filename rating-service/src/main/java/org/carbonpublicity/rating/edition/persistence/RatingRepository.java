package org.carbonpublicity.rating.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonpublicity.rating.edition.CategoryMean;
import org.carbonpublicity.rating.edition.EditionFrames;
import org.carbonpublicity.rating.edition.ModelRating;
import org.carbonpublicity.rating.edition.RatingFilter;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.UnratedReason;
import org.jspecify.annotations.Nullable;

/** Ratings and category means of editions, for readers. */
@ApplicationScoped
public class RatingRepository {

  private static final String SELECT =
      "select edition, " + ChangedRatings.COLUMNS + " from rating where edition = ?";
  private static final String IN_LATEST =
      "select l.number as latest_number, l.completed_at as latest_completed_at, edition, "
          + ChangedRatings.COLUMNS
          + " from (select number, completed_at from edition where state = 'COMPLETED'"
          + " order by number desc limit 1) l left join ";
  private static final String OF_MODEL = " r on r.model_code = ?";
  private static final String UNDEFINED_TABLE = "42P01";
  private static final String MEANS =
      """
      select powertrain, body_type, segment, models, mean_grams_per_km from category_mean
      where edition = ? order by powertrain, body_type, segment""";

  private final AgroalDataSource dataSource;

  RatingRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The table that holds an edition alone: statements of one edition need no look at the others.
   */
  public static String table(int edition) {
    return EditionSql.table(edition);
  }

  public Optional<ModelRating> find(int edition, String modelCode) {
    return query(
            "select edition, "
                + ChangedRatings.COLUMNS
                + " from "
                + table(edition)
                + " where model_code = ?",
            List.of(modelCode))
        .stream()
        .findFirst();
  }

  /**
   * What the latest edition is, and what an edition says of a model.
   *
   * @param latest null when none is complete
   * @param rating null when the edition does not have it
   */
  public record InLatest(EditionFrames.@Nullable Key latest, @Nullable ModelRating rating) {}

  /**
   * Looks a model up in the edition that is taken for the latest, and the latest edition itself, in
   * one statement: it is the caller's to see whether they are the same.
   */
  public InLatest findInLatest(int edition, String modelCode) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(IN_LATEST + table(edition) + OF_MODEL)) {
      statement.setString(1, modelCode);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return new InLatest(null, null);
        }
        OffsetDateTime completed = row.getObject("latest_completed_at", OffsetDateTime.class);
        return new InLatest(
            new EditionFrames.Key(row.getInt("latest_number"), completed.toInstant()),
            row.getString("model_code") == null ? null : rating(row));
      }
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        // The database is not the one of a moment ago: the edition has to be looked for anew.
        return new InLatest(null, null);
      }
      throw new IllegalStateException("a rating could not be read", e);
    }
  }

  /** Ratings by model code, after the given one. */
  public List<ModelRating> page(
      int edition, RatingFilter filter, @Nullable String afterModelCode, int limit) {
    StringBuilder sql = new StringBuilder(SELECT);
    List<Object> values = new ArrayList<>();
    values.add(edition);
    restrict(sql, values, "model_code > ?", afterModelCode);
    restrict(sql, values, "enterprise = ?", filter.enterprise());
    restrict(sql, values, "group_name = ?", filter.group());
    restrict(sql, values, "brand = ?", filter.brand());
    restrict(sql, values, "series = ?", filter.series());
    restrict(sql, values, "powertrain = ?", filter.powertrain());
    restrict(sql, values, "body_type = ?", filter.bodyType());
    restrict(sql, values, "segment = ?", filter.segment());
    restrict(sql, values, "class = ?", filter.ratingClass());
    restrict(sql, values, "on_sale = ?", filter.onSale());
    values.add(limit);
    return query(sql.append(" order by model_code limit ?").toString(), values);
  }

  private static void restrict(
      StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      values.add(value);
    }
  }

  public List<CategoryMean> categoryMeans(int edition) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(MEANS)) {
      statement.setInt(1, edition);
      try (ResultSet rows = statement.executeQuery()) {
        List<CategoryMean> means = new ArrayList<>();
        while (rows.next()) {
          means.add(
              new CategoryMean(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getLong(4),
                  rows.getBigDecimal(5)));
        }
        return means;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("category means could not be read", e);
    }
  }

  private List<ModelRating> query(String sql, List<Object> values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<ModelRating> ratings = new ArrayList<>();
        while (rows.next()) {
          ratings.add(rating(rows));
        }
        return ratings;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("ratings could not be read", e);
    }
  }

  private static ModelRating rating(ResultSet row) throws SQLException {
    String reason = row.getString("unrated_reason");
    return new ModelRating(
        row.getInt("edition"),
        row.getString("model_code"),
        row.getString("model_name"),
        row.getString("enterprise"),
        row.getString("enterprise_name"),
        row.getString("group_name"),
        row.getString("brand"),
        row.getString("country_style"),
        row.getString("series"),
        Powertrain.valueOf(row.getString("powertrain")),
        row.getString("body_type"),
        row.getString("segment"),
        row.getBigDecimal("curb_mass_kg"),
        row.getBigDecimal("price_cny"),
        row.getString("launch_month"),
        row.getBoolean("on_sale"),
        row.getInt("batch"),
        row.getInt("footprint_revision"),
        row.getBigDecimal("footprint_grams_per_km"),
        row.getObject("class", Integer.class),
        reason == null ? null : UnratedReason.valueOf(reason),
        row.getBigDecimal("ratio"),
        row.getBigDecimal("reference"),
        row.getBigDecimal("category_mean"),
        row.getObject("below_average", Boolean.class),
        row.getObject("previous_class", Integer.class));
  }
}
