package org.carbonpublicity.rating.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads the ratings that differ from the edition before, a stretch of the table at a time. */
@ApplicationScoped
public class ChangedRatings {

  private static final int FETCH_ROWS = 1_000;

  private final AgroalDataSource dataSource;

  ChangedRatings(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Takes one row at a time; its columns are those of {@link #COLUMNS}. */
  public interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  public static final String COLUMNS =
      """
      model_code, model_name, enterprise, enterprise_name, group_name, brand, country_style, series,
      powertrain, body_type, segment, curb_mass_kg, price_cny, launch_month, on_sale, batch,
      footprint_revision, footprint_grams_per_km, class, unrated_reason, ratio, reference,
      category_mean, below_average, previous_class""";

  /**
   * Streams the changed rows in blocks {@code [from, to)}. An edition's table never changes once it
   * is attached, so its blocks are a cursor that costs no index and no sort.
   */
  public void read(int edition, long from, long to, Reader reader) {
    String query =
        "select %s from %s where ctid >= '(%d,0)'::tid and ctid < '(%d,0)'::tid and changed"
            .formatted(COLUMNS, EditionSql.table(edition), from, to);
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("ratings of edition " + edition + " could not be read", e);
    }
  }
}
