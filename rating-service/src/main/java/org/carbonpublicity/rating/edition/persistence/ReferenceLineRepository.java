package org.carbonpublicity.rating.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.rating.edition.FittedLine;
import org.carbonpublicity.rating.scheme.LineFit;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.ReferenceLine;

/** The lines that were fitted to editions. */
@ApplicationScoped
public class ReferenceLineRepository {

  private static final String INSERT =
      """
      insert into reference_line (edition, powertrain, models, intercept_grams_per_km,
        slope_grams_per_km_per_kg) values (?, ?, ?, ?, ?)""";
  private static final String SELECT =
      """
      select powertrain, models, intercept_grams_per_km, slope_grams_per_km_per_kg
      from reference_line where edition = ? order by powertrain""";

  private final AgroalDataSource dataSource;

  ReferenceLineRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Keeps what was fitted, in the caller's transaction; also that models were too few. */
  void record(int edition, Map<Powertrain, LineFit> fits) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Map.Entry<Powertrain, LineFit> fit : fits.entrySet()) {
        ReferenceLine line = fit.getValue().line().orElse(null);
        insert.setInt(1, edition);
        insert.setString(2, fit.getKey().name());
        insert.setLong(3, fit.getValue().models());
        insert.setBigDecimal(4, line == null ? null : line.interceptGramsPerKm());
        insert.setBigDecimal(5, line == null ? null : line.slopeGramsPerKmPerKg());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("lines of edition " + edition + " were not kept", e);
    }
  }

  /** By name of the powertrain; empty unless the edition's scheme fits lines. */
  public List<FittedLine> of(int edition) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setInt(1, edition);
      try (ResultSet row = select.executeQuery()) {
        List<FittedLine> lines = new ArrayList<>();
        while (row.next()) {
          BigDecimal intercept = row.getBigDecimal(3);
          lines.add(
              new FittedLine(
                  Powertrain.valueOf(row.getString(1)),
                  row.getLong(2),
                  intercept == null ? null : new ReferenceLine(intercept, row.getBigDecimal(4))));
        }
        return lines;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("lines of edition " + edition + " are unread", e);
    }
  }
}
