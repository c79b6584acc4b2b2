package org.carbonpublicity.rating.comparison.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carbonpublicity.rating.comparison.ComparedModel;
import org.carbonpublicity.rating.comparison.Migrations;
import org.carbonpublicity.rating.comparison.Standing;
import org.carbonpublicity.rating.edition.persistence.RatingRepository;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.jspecify.annotations.Nullable;

/**
 * Two editions side by side. Statements name the editions' own tables and find models of both by
 * one hash join. All of them need the caller's transaction.
 */
@ApplicationScoped
public class MigrationRepository {

  private static final int FETCH = 5_000;

  private static final String CELLS =
      """
      select s.model_code is null, s.class, n.model_code is null, n.class, count(*),
        count(*) filter (where coalesce(n.on_sale, s.on_sale))
      from %s s full join %s n on n.model_code = s.model_code
      group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

  private static final String MOVES =
      """
      select s.class, n.class, n.powertrain, n.body_type, n.segment, n.curb_mass_kg,
        n.footprint_grams_per_km
      from %s s join %s n on n.model_code = s.model_code
      where s.class is distinct from n.class""";

  private static final String STATE =
      "%1$s.class, %1$s.powertrain, %1$s.body_type, %1$s.segment, %1$s.curb_mass_kg,"
          + " %1$s.footprint_grams_per_km, %1$s.on_sale";

  private static final String MODELS =
      "select %1$s.model_code, %1$s.model_name, %1$s.enterprise, %1$s.enterprise_name, "
          + STATE.formatted("s")
          + ", "
          + STATE.formatted("n")
          + " from %2$s where %1$s.model_code > ?%3$s order by %1$s.model_code limit ?";

  private final AgroalDataSource dataSource;

  MigrationRepository(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Hears of every model that is in both editions, in another class. */
  public interface MoveReader {
    /** Values are those of the later edition. */
    void read(
        Standing before,
        Standing after,
        Category category,
        @Nullable BigDecimal curbMassKg,
        BigDecimal footprintGramsPerKm);
  }

  /** How many models of each class went to which. */
  public List<Migrations.Cell> cells(int since, int edition) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      inMemory(statement);
      try (ResultSet row = statement.executeQuery(CELLS.formatted(table(since), table(edition)))) {
        List<Migrations.Cell> cells = new ArrayList<>();
        while (row.next()) {
          cells.add(
              new Migrations.Cell(
                  row.getBoolean(1) ? Standing.ABSENT : standing(row, 2),
                  row.getBoolean(3) ? Standing.ABSENT : standing(row, 4),
                  row.getLong(5),
                  row.getLong(6)));
        }
        return cells;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("moves could not be counted", e);
    }
  }

  /** Reads the moves one after the other; they may be a million. */
  public void moves(int since, int edition, MoveReader reader) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      inMemory(statement);
      statement.setFetchSize(FETCH);
      Map<Category, Category> categories = new HashMap<>();
      try (ResultSet row = statement.executeQuery(MOVES.formatted(table(since), table(edition)))) {
        while (row.next()) {
          Category category = category(row, 3);
          reader.read(
              standing(row, 1),
              standing(row, 2),
              categories.computeIfAbsent(category, same -> same),
              row.getBigDecimal(6),
              row.getBigDecimal(7));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("moves could not be read", e);
    }
  }

  /**
   * Models of one cell by model code, after the given one.
   *
   * @param from not ABSENT when {@code to} is
   */
  public List<ComparedModel> models(
      int since,
      int edition,
      Standing from,
      Standing to,
      @Nullable String afterModelCode,
      int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(cell(table(since), table(edition), from, to))) {
      statement.setString(1, afterModelCode == null ? "" : afterModelCode);
      statement.setInt(2, limit);
      try (ResultSet row = statement.executeQuery()) {
        List<ComparedModel> models = new ArrayList<>();
        while (row.next()) {
          models.add(
              new ComparedModel(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  from == Standing.ABSENT ? null : state(row, 5),
                  to == Standing.ABSENT ? null : state(row, 12)));
        }
        return models;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("models of a move could not be read", e);
    }
  }

  private static String cell(String since, String edition, Standing from, Standing to) {
    String onCode = " on n.model_code = s.model_code";
    if (from == Standing.ABSENT) {
      return MODELS.formatted(
          "n",
          edition + " n left join " + since + " s" + onCode,
          " and s.model_code is null" + is("n", to));
    }
    if (to == Standing.ABSENT) {
      return MODELS.formatted(
          "s",
          since + " s left join " + edition + " n" + onCode,
          " and n.model_code is null" + is("s", from));
    }
    return MODELS.formatted(
        "n", since + " s join " + edition + " n" + onCode, is("s", from) + is("n", to));
  }

  private static String is(String alias, Standing standing) {
    Integer number = standing.ratingClass();
    return " and " + alias + ".class" + (number == null ? " is null" : " = " + number);
  }

  /** For this transaction alone: a million models of one edition are hashed without a disk. */
  private static void inMemory(Statement statement) throws SQLException {
    statement.execute("set local work_mem = '128MB'");
  }

  private static String table(int edition) {
    return RatingRepository.table(edition);
  }

  private static Standing standing(ResultSet row, int column) throws SQLException {
    return Standing.of(row.getObject(column, Integer.class));
  }

  private static Category category(ResultSet row, int column) throws SQLException {
    return new Category(
        Powertrain.valueOf(row.getString(column)),
        row.getString(column + 1),
        row.getString(column + 2));
  }

  private static ComparedModel.State state(ResultSet row, int column) throws SQLException {
    return new ComparedModel.State(
        standing(row, column),
        category(row, column + 1),
        row.getBigDecimal(column + 4),
        row.getBigDecimal(column + 5),
        row.getBoolean(column + 6));
  }
}
