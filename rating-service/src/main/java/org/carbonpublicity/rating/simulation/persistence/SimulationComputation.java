package org.carbonpublicity.rating.simulation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.rating.edition.persistence.LineFits;
import org.carbonpublicity.rating.edition.persistence.SchemeSql;
import org.carbonpublicity.rating.jdbc.Database;
import org.carbonpublicity.rating.scheme.ClassBounds;
import org.carbonpublicity.rating.scheme.FixedLines;
import org.carbonpublicity.rating.scheme.LineFit;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.scheme.RatingScheme;
import org.carbonpublicity.rating.scheme.ReferenceLine;
import org.carbonpublicity.rating.scheme.SchemeKind;
import org.carbonpublicity.rating.simulation.BandFit;
import org.carbonpublicity.rating.simulation.Simulation;
import org.carbonpublicity.rating.simulation.SimulationResult;
import org.carbonpublicity.rating.simulation.SimulationTally;
import org.jspecify.annotations.Nullable;

/**
 * Rates the models of an edition by another scheme, by the very statement that rates editions. The
 * edition is read, nothing is written.
 */
@ApplicationScoped
public class SimulationComputation {

  private static final int FETCH_ROWS = 1_000;
  private static final String TALLY =
      """
      select enterprise, max(enterprise_name), on_sale, class_before, class, count(*)
      from (%s) simulated group by enterprise, on_sale, class_before, class""";
  private static final String NEIGHBOURS =
      """
      select place, ratio from (
        select ratio, row_number() over (order by ratio) as place
        from (%s) simulated where on_sale and ratio is not null) ordered
      where place in (%s)""";
  private static final String RATED_ON_SALE =
      "select count(*) from (%s) simulated where on_sale and ratio is not null";

  private final Database database;

  SimulationComputation(Database database) {
    this.database = database;
  }

  /** Takes what becomes of one model. */
  @FunctionalInterface
  public interface ModelReader {

    /**
     * @param before class in the edition, null for unrated
     * @param after class in the simulation, null for unrated
     * @param ratio in the simulation, 6 decimals
     * @param unratedReason why the simulation has no class for it
     */
    void read(
        String modelCode,
        String enterprise,
        boolean onSale,
        BigDecimal footprintGramsPerKm,
        @Nullable Integer before,
        @Nullable Integer after,
        @Nullable BigDecimal ratio,
        @Nullable String unratedReason);
  }

  /** What the scheme makes of the edition, in the caller's transaction. */
  public SimulationResult compute(Simulation simulation) {
    return database.with(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            // For this transaction alone: what is sorted and joined stays in memory.
            statement.execute("set local work_mem = '128MB'");
            Map<Powertrain, LineFit> fits = fits(connection, simulation);
            Map<Powertrain, ReferenceLine> fitted = LineFits.lines(fits);
            RatingScheme scheme = simulation.scheme();
            List<BigDecimal> bounds = bounds(statement, simulation, fitted);
            RatingScheme bounded = scheme.with(new ClassBounds(bounds));
            SimulationTally tally = new SimulationTally();
            try (ResultSet row =
                statement.executeQuery(
                    TALLY.formatted(rated(simulation.edition(), bounded, fitted)))) {
              while (row.next()) {
                tally.add(
                    row.getString(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getObject(4, Integer.class),
                    row.getObject(5, Integer.class),
                    row.getLong(6));
              }
            }
            return tally.result(bounds, lines(scheme, fits, fitted));
          }
        });
  }

  /**
   * Streams all models by code, rated by the scheme of a finished simulation.
   *
   * @return how many they are
   */
  public long models(Simulation simulation, ModelReader reader) {
    return database.with(
        connection -> {
          long models = 0;
          Map<Powertrain, ReferenceLine> fitted = LineFits.lines(fits(connection, simulation));
          try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet row =
                statement.executeQuery(
                    "select model_code, enterprise, on_sale, footprint_grams_per_km, class_before,"
                        + " class, ratio, unrated_reason from ("
                        + rated(simulation.edition(), simulation.scheme(), fitted)
                        + ") simulated order by model_code")) {
              while (row.next()) {
                reader.read(
                    row.getString(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getBigDecimal(4),
                    row.getObject(5, Integer.class),
                    row.getObject(6, Integer.class),
                    row.getBigDecimal(7),
                    row.getString(8));
                models++;
              }
            }
          }
          return models;
        });
  }

  private static Map<Powertrain, LineFit> fits(Connection connection, Simulation simulation)
      throws SQLException {
    return simulation.scheme().reference().kind() == SchemeKind.FITTED_LINES
        ? LineFits.read(connection, "select * from rating where edition = " + simulation.edition())
        : Map.of();
  }

  private static String rated(
      int edition, RatingScheme scheme, Map<Powertrain, ReferenceLine> fitted) {
    String population =
        "select model_code, enterprise, enterprise_name, on_sale, footprint_grams_per_km,"
            + " curb_mass_kg, powertrain, body_type, segment, class as class_before"
            + " from rating where edition = "
            + edition;
    return new SchemeSql(scheme, fitted)
        .rated(population, "(select * from category_mean where edition = " + edition + ")");
  }

  private static List<BigDecimal> bounds(
      Statement statement, Simulation simulation, Map<Powertrain, ReferenceLine> fitted)
      throws SQLException {
    List<BigDecimal> wanted = simulation.wantedSharesPercent();
    if (wanted == null) {
      return simulation.scheme().bounds().upperBounds();
    }
    String rated = rated(simulation.edition(), simulation.scheme(), fitted);
    long models;
    try (ResultSet row = statement.executeQuery(RATED_ON_SALE.formatted(rated))) {
      row.next();
      models = row.getLong(1);
    }
    List<Long> places = BandFit.cumulativeCounts(wanted, models);
    StringBuilder neighbours = new StringBuilder();
    for (long place : places) {
      neighbours
          .append(neighbours.isEmpty() ? "" : ", ")
          .append(place)
          .append(", ")
          .append(place + 1);
    }
    Map<Long, BigDecimal> ratios = new HashMap<>();
    try (ResultSet row = statement.executeQuery(NEIGHBOURS.formatted(rated, neighbours))) {
      while (row.next()) {
        ratios.put(row.getLong(1), row.getBigDecimal(2));
      }
    }
    return BandFit.bounds(
        places.stream()
            .map(place -> new BandFit.Gap(ratios.get(place), ratios.get(place + 1)))
            .toList());
  }

  private static List<SimulationResult.Line> lines(
      RatingScheme scheme, Map<Powertrain, LineFit> fits, Map<Powertrain, ReferenceLine> fitted) {
    Map<Powertrain, ReferenceLine> lines =
        scheme.reference() instanceof FixedLines fixed ? fixed.lines() : fitted;
    List<SimulationResult.Line> all = new ArrayList<>();
    for (Powertrain powertrain : Powertrain.values()) {
      ReferenceLine line = lines.get(powertrain);
      LineFit fit = fits.get(powertrain);
      if (line != null || fit != null) {
        all.add(
            new SimulationResult.Line(
                powertrain,
                fit == null ? null : fit.models(),
                line == null ? null : line.interceptGramsPerKm(),
                line == null ? null : line.slopeGramsPerKmPerKg()));
      }
    }
    return all;
  }
}
