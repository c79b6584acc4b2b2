package org.carbonpublicity.reporting.edition.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carbonpublicity.reporting.report.Population;
import org.carbonpublicity.reporting.report.Population.Bin;
import org.carbonpublicity.reporting.report.Population.Cell;
import org.carbonpublicity.reporting.report.Population.Spread;
import org.carbonpublicity.reporting.report.Quantiles;
import org.jspecify.annotations.Nullable;

/** Counts and sums over the rows of an edition; exact, and in a few passes over them. */
@ApplicationScoped
public class PopulationRepository {

  private static final String CELLS =
      """
      select max(group_name collate "C"), enterprise, max(enterprise_name collate "C"), brand,
             country_style, powertrain, on_sale, below_average, rating_class,
             count(*), sum(footprint_grams_per_km)
      from %s
      group by enterprise, brand, country_style, powertrain, on_sale, below_average, rating_class
      """;

  // Sorts each powertrain once. The place r of n is asked for as the fraction (r - 1/2) / n: the
  // discrete percentile of that is the r-th value itself, whatever the fraction's last digit.
  private static final String ORDERED_VALUES =
      """
      with wanted as (select * from unnest(?::text[], ?::text[]) as w (powertrain, fractions))
      select powertrain,
             percentile_disc((select fractions::float8[] from wanted w
                              where w.powertrain = r.powertrain))
             within group (order by footprint_grams_per_km)
      from %s r where on_sale group by powertrain
      """;

  private static final String BINS =
      """
      select powertrain, floor(footprint_grams_per_km)::bigint / %2$d, count(*)
      from %1$s where on_sale group by 1, 2
      """;

  private final AgroalDataSource dataSource;

  PopulationRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The population of an edition whose rows are complete, in the caller's transaction. */
  public Population population(int edition) throws SQLException {
    String table = ModelRatingRepository.partition(edition);
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      // For this transaction: room to hash and sort in memory; compiling costs more than it saves.
      statement.execute("set local work_mem = '128MB'");
      statement.execute("set local jit = off");
      List<Cell> cells = cells(statement, table);
      return new Population(cells, spreads(connection, table, cells), bins(statement, table));
    }
  }

  private static List<Cell> cells(Statement statement, String table) throws SQLException {
    List<Cell> cells = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(CELLS.formatted(table))) {
      while (row.next()) {
        cells.add(
            new Cell(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                nullable(row.getBoolean(8), row),
                nullable(row.getInt(9), row),
                row.getLong(10),
                row.getBigDecimal(11)));
      }
    }
    return cells;
  }

  private static <T> @Nullable T nullable(T value, ResultSet row) throws SQLException {
    return row.wasNull() ? null : value;
  }

  private static List<Spread> spreads(Connection connection, String table, List<Cell> cells)
      throws SQLException {
    Map<String, Long> onSale =
        cells.stream()
            .filter(Cell::onSale)
            .collect(Collectors.groupingBy(Cell::powertrain, Collectors.summingLong(Cell::models)));
    List<String> powertrains = List.copyOf(onSale.keySet());
    List<String> fractions =
        powertrains.stream().map(onSale::get).map(PopulationRepository::fractions).toList();
    List<Spread> spreads = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ORDERED_VALUES.formatted(table))) {
      select.setArray(1, connection.createArrayOf("text", powertrains.toArray()));
      select.setArray(2, connection.createArrayOf("text", fractions.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String powertrain = row.getString(1);
          BigDecimal[] values = (BigDecimal[]) row.getArray(2).getArray();
          Quantiles quantiles = new Quantiles(onSale.getOrDefault(powertrain, 0L));
          spreads.add(new Spread(powertrain, quantiles.interpolated(List.of(values))));
        }
      }
    }
    return spreads;
  }

  /** The places that the quantiles of n values need, as an array of fractions. */
  private static String fractions(long n) {
    return new Quantiles(n)
        .places().stream()
            .map(place -> Double.toString((place - 0.5) / n))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static List<Bin> bins(Statement statement, String table) throws SQLException {
    List<Bin> bins = new ArrayList<>();
    String sql = BINS.formatted(table, Population.BIN_GRAMS_PER_KM);
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        bins.add(new Bin(row.getString(1), row.getLong(2), row.getLong(3)));
      }
    }
    return bins;
  }
}
