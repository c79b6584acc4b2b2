package org.carbonpublicity.rating.edition.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import org.carbonpublicity.rating.scheme.LineFit;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.ReferenceLine;

/** Sums of a population's models from the database, and the lines that are fitted to them. */
public final class LineFits {

  private static final String SUMS =
      """
      select powertrain, count(*), sum(curb_mass_kg), sum(footprint_grams_per_km),
        sum(curb_mass_kg * curb_mass_kg), sum(curb_mass_kg * footprint_grams_per_km)
      from (%s) population where on_sale and curb_mass_kg is not null
      group by powertrain""";

  private LineFits() {}

  /**
   * The sums per powertrain, over models on sale with a mass.
   *
   * @param population a query with {@code powertrain}, {@code on_sale}, {@code curb_mass_kg} and
   *     {@code footprint_grams_per_km}
   */
  public static Map<Powertrain, LineFit> read(Connection connection, String population)
      throws SQLException {
    Map<Powertrain, LineFit> fits = new EnumMap<>(Powertrain.class);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SUMS.formatted(population))) {
      while (row.next()) {
        fits.put(
            Powertrain.valueOf(row.getString(1)),
            new LineFit(
                row.getLong(2),
                row.getBigDecimal(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6)));
      }
    }
    return fits;
  }

  /** The lines of those that are enough. */
  public static Map<Powertrain, ReferenceLine> lines(Map<Powertrain, LineFit> fits) {
    Map<Powertrain, ReferenceLine> lines = new EnumMap<>(Powertrain.class);
    fits.forEach((powertrain, fit) -> fit.line().ifPresent(line -> lines.put(powertrain, line)));
    return lines;
  }
}
