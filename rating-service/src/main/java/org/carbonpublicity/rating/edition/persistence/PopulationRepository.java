package org.carbonpublicity.rating.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.CategorySum;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.ReferenceLine;

/** What editions found of their models on sale. */
@ApplicationScoped
public class PopulationRepository {

  private static final String SUMS =
      """
      select powertrain, body_type, segment, footprint_sum, models from category_mean
      where edition = ?""";

  private final AgroalDataSource dataSource;

  PopulationRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The category means of an edition, exact. */
  public Map<Category, CategorySum> categories(int edition) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SUMS)) {
      select.setInt(1, edition);
      try (ResultSet row = select.executeQuery()) {
        Map<Category, CategorySum> sums = new HashMap<>();
        while (row.next()) {
          sums.put(
              new Category(
                  Powertrain.valueOf(row.getString(1)), row.getString(2), row.getString(3)),
              new CategorySum(row.getBigDecimal(4), row.getLong(5)));
        }
        return sums;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("category means of edition " + edition + " are unread", e);
    }
  }

  /**
   * The lines that fit the models of an edition, whatever scheme it was rated under. A scan of its
   * table: where the edition's own scheme fits lines, they are kept already.
   */
  public Map<Powertrain, ReferenceLine> fit(int edition) {
    try (Connection connection = dataSource.getConnection()) {
      return LineFits.lines(
          LineFits.read(
              connection,
              "select powertrain, on_sale, curb_mass_kg, footprint_grams_per_km from "
                  + EditionSql.table(edition)));
    } catch (SQLException e) {
      throw new IllegalStateException("no lines could be fitted to edition " + edition, e);
    }
  }
}
