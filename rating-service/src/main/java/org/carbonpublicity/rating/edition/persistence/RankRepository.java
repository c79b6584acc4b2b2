package org.carbonpublicity.rating.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.carbonpublicity.rating.edition.EditionRanks;
import org.carbonpublicity.rating.edition.Place;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.Powertrain;

/** The order of footprints within the categories of an edition. */
@ApplicationScoped
public class RankRepository {

  private static final int FETCH = 10_000;
  private static final String ON_SALE =
      "select powertrain, body_type, segment, footprint_grams_per_km from %s where on_sale";
  private static final String COUNT =
      """
      select count(*) filter (where footprint_grams_per_km < ?),
        count(*) filter (where footprint_grams_per_km <= ?), count(*)
      from %s where on_sale and powertrain = ? and body_type = ? and segment = ?""";

  private final AgroalDataSource dataSource;

  RankRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Reads all models on sale, a stretch at a time. */
  @Transactional
  public EditionRanks read(int edition) {
    EditionRanks.Builder ranks = new EditionRanks.Builder();
    Map<Category, Category> categories = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet row = statement.executeQuery(ON_SALE.formatted(EditionSql.table(edition)))) {
        while (row.next()) {
          Category category =
              new Category(
                  Powertrain.valueOf(row.getString(1)), row.getString(2), row.getString(3));
          ranks.add(categories.computeIfAbsent(category, same -> same), row.getBigDecimal(4));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("ranks of edition " + edition + " are unread", e);
    }
    return ranks.build();
  }

  /** Where a footprint stands in a category, by a scan of the edition. */
  public Place count(int edition, Category category, BigDecimal footprintGramsPerKm) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(COUNT.formatted(EditionSql.table(edition)))) {
      statement.setBigDecimal(1, footprintGramsPerKm);
      statement.setBigDecimal(2, footprintGramsPerKm);
      statement.setString(3, category.powertrain().name());
      statement.setString(4, category.bodyType());
      statement.setString(5, category.segment());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Place(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("models of edition " + edition + " were not counted", e);
    }
  }
}
