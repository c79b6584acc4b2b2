package org.carbonpublicity.rating.toprunner.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carbonpublicity.rating.jdbc.Database;
import org.carbonpublicity.rating.scheme.Category;
import org.carbonpublicity.rating.scheme.Powertrain;
import org.carbonpublicity.rating.toprunner.CategoryTop;
import org.carbonpublicity.rating.toprunner.TopRunner;

/** The top runners of editions, in the caller's transaction. */
@ApplicationScoped
public class TopRunnerRepository {

  private static final String COMPUTE_CATEGORIES =
      """
      insert into top_runner_category
        (edition, powertrain, body_type, segment, models, footprint_grams_per_km)
      select edition, powertrain, body_type, segment, count(*), min(footprint_grams_per_km)
      from rating where edition = ? and on_sale
      group by edition, powertrain, body_type, segment""";
  private static final String COMPUTE_MODELS =
      """
      insert into top_runner (edition, model_code, model_name, enterprise, enterprise_name, brand,
        series, powertrain, body_type, segment, footprint_grams_per_km, class)
      select r.edition, r.model_code, r.model_name, r.enterprise, r.enterprise_name, r.brand,
        r.series, r.powertrain, r.body_type, r.segment, r.footprint_grams_per_km, r.class
      from rating r
      join top_runner_category c on c.edition = ? and c.powertrain = r.powertrain
        and c.body_type = r.body_type and c.segment = r.segment
        and c.footprint_grams_per_km = r.footprint_grams_per_km
      where r.edition = ? and r.on_sale""";
  private static final String SELECT =
      """
      select c.edition, c.powertrain, c.body_type, c.segment, c.models, c.footprint_grams_per_km,
        t.model_code, t.model_name, t.enterprise, t.enterprise_name, t.brand, t.series, t.class
      from top_runner_category c
      join top_runner t using (edition, powertrain, body_type, segment)\s""";

  private final Database database;

  TopRunnerRepository(Database database) {
    this.database = database;
  }

  /**
   * Computes an edition's top runners unless they are there. Of several at once one computes and
   * the others wait for it.
   */
  public void ensure(int edition) {
    if (database.count("select count(*) from top_runner_edition where edition = ?", edition) == 0
        && database.update(
                "insert into top_runner_edition (edition) values (?) on conflict do nothing",
                edition)
            == 1) {
      // The edition may be so new that it has no statistics: taken for few, its models would be
      // compared with every category one by one.
      database.update("set local enable_nestloop = off");
      database.update(COMPUTE_CATEGORIES, edition);
      database.update(COMPUTE_MODELS, edition, edition);
      database.update("set local enable_nestloop = on");
    }
  }

  /** Completed editions whose top runners have not been asked for yet, oldest first. */
  public List<Integer> missing() {
    return database.query(
        """
        select number from edition e where state = 'COMPLETED'
          and not exists (select from top_runner_edition t where t.edition = e.number)
        order by number""",
        row -> row.getInt(1));
  }

  public List<CategoryTop> categories(int edition) {
    return tops(
        SELECT
            + """
            where c.edition = ?
            order by c.powertrain, c.body_type, c.segment, t.model_code""",
        edition);
  }

  /** The best of a category in the editions below a number, newest first. */
  public List<CategoryTop> history(Category category, int belowEdition, int limit) {
    return tops(
        SELECT
            + """
            where (c.powertrain, c.body_type, c.segment) = (?, ?, ?) and c.edition in (
              select edition from top_runner_category
              where (powertrain, body_type, segment) = (?, ?, ?) and edition < ?
              order by edition desc limit ?)
            order by c.edition desc, t.model_code""",
        category.powertrain().name(),
        category.bodyType(),
        category.segment(),
        category.powertrain().name(),
        category.bodyType(),
        category.segment(),
        belowEdition,
        limit);
  }

  /** The editions below a number in which a model is a top runner, newest first. */
  public List<TopRunner> history(String modelCode, int belowEdition, int limit) {
    return database.query(
        SELECT + "where t.model_code = ? and t.edition < ? order by t.edition desc limit ?",
        TopRunnerRepository::topRunner,
        modelCode,
        belowEdition,
        limit);
  }

  public Set<String> among(int edition, Collection<String> modelCodes) {
    return new TreeSet<>(
        database.query(
            "select model_code from top_runner where edition = ? and model_code = any(?)",
            row -> row.getString(1),
            edition,
            modelCodes.toArray(String[]::new)));
  }

  private record Key(int edition, Category category) {}

  private List<CategoryTop> tops(String sql, Object... arguments) {
    Map<Key, CategoryTop> tops = new LinkedHashMap<>();
    Map<Key, List<TopRunner>> runners = new LinkedHashMap<>();
    database.query(
        sql,
        row -> {
          Key key = new Key(row.getInt("edition"), category(row));
          TopRunner runner = topRunner(row);
          runners.computeIfAbsent(key, k -> new ArrayList<>()).add(runner);
          tops.putIfAbsent(
              key,
              new CategoryTop(
                  key.edition(),
                  key.category(),
                  row.getLong("models"),
                  runner.footprintGramsPerKm(),
                  List.of()));
          return key;
        },
        arguments);
    return tops.entrySet().stream()
        .map(
            top ->
                new CategoryTop(
                    top.getKey().edition(),
                    top.getKey().category(),
                    top.getValue().models(),
                    top.getValue().footprintGramsPerKm(),
                    runners.getOrDefault(top.getKey(), List.of())))
        .toList();
  }

  private static TopRunner topRunner(ResultSet row) throws SQLException {
    return new TopRunner(
        row.getInt("edition"),
        row.getString("model_code"),
        row.getString("model_name"),
        row.getString("enterprise"),
        row.getString("enterprise_name"),
        row.getString("brand"),
        row.getString("series"),
        category(row),
        row.getBigDecimal("footprint_grams_per_km"),
        row.getObject("class", Integer.class));
  }

  private static Category category(ResultSet row) throws SQLException {
    return new Category(
        Powertrain.valueOf(row.getString("powertrain")),
        row.getString("body_type"),
        row.getString("segment"));
  }
}
