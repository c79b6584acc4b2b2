package org.carbonpublicity.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;

/**
 * Editions as they stand in the databases of rating and reporting: what a killed service left can
 * be seen nowhere else.
 */
final class EditionTables {

  private static final String STAGE =
      """
      select (select count(*) from edition), number, state, emitted_blocks,
        (select sum(models) from edition), (select count(*) from rating),
        (select count(*) from edition where state <> 'COMPLETED'),
        exists (select 1 from publication p where p.number > last.publication
            and received >= expected)
          or (select max(number) from scheme_activation) <> activation,
        publication,
        exists (select 1 from pg_stat_activity where datname = current_database()
          and pid <> pg_backend_pid() and state <> 'idle' and (query like 'set local %'
            or query like 'insert into category_mean%' or query like 'create table rating_edition%'
            or query like 'create temporary table%' or query like 'alter table rating%'))
      from edition last order by number desc limit 1""";

  private final Platform platform;
  private Connection watching;

  EditionTables(Platform platform) {
    this.platform = platform;
  }

  /**
   * How far editions are; all as of one moment.
   *
   * @param editions how many there are
   * @param last number of the last one
   * @param emitted how much of the last one's ratings has been told of, in blocks of its table
   * @param models in all editions, as they say
   * @param ratings there are
   * @param unfinished editions that are not complete
   * @param due something complete is not in any edition
   * @param publication the last one in an edition
   * @param computing an edition is being computed at this moment
   */
  record Stage(
      int editions,
      int last,
      boolean complete,
      long emitted,
      long models,
      long ratings,
      int unfinished,
      boolean due,
      int publication,
      boolean computing) {

    /** Numbered without gap, at most one of them in the making, each with all of its ratings. */
    boolean isWhole() {
      return editions == last && unfinished == (complete ? 0 : 1) && models == ratings;
    }

    /** Whether events of an edition have been written since. */
    boolean isBeyond(Stage before) {
      // Its last step may say less: empty blocks at the end of a table are cut off by and by.
      return last > before.last
          || (last == before.last && (emitted > before.emitted || (complete && !before.complete)));
    }
  }

  /** Over one connection: asked for again and again, a new one each time would be too slow. */
  Stage stage() {
    return query(
            watching(),
            STAGE,
            row ->
                new Stage(
                    row.getInt(1),
                    row.getInt(2),
                    row.getString(3).equals("COMPLETED"),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getInt(7),
                    row.getBoolean(8),
                    row.getInt(9),
                    row.getBoolean(10)))
        .get(0);
  }

  /** Events that each edition says it consists of. */
  Map<Integer, Long> ratingEvents() {
    Map<Integer, Long> events = new TreeMap<>();
    query(
        Part.RATING,
        "select number, rating_events from edition",
        row -> events.put(row.getInt(1), row.getLong(2)));
    return events;
  }

  /** What an edition says of each model, in a service's database. */
  Map<String, String> ratings(Part service, int edition) {
    String table = service == Part.RATING ? "rating" : "model_rating";
    String ratingClass = service == Part.RATING ? "class" : "rating_class";
    Map<String, String> ratings = new TreeMap<>();
    query(
        service,
        "select model_code, concat_ws(' ', %s, footprint_grams_per_km, on_sale, below_average) from %s where edition = %d"
            .formatted(ratingClass, table, edition),
        row -> ratings.put(row.getString(1), row.getString(2)));
    return ratings;
  }

  /** Number and models of every edition that a service shows. */
  Map<Integer, Long> shown(Part service) {
    Map<Integer, Long> shown = new TreeMap<>();
    query(
        service,
        service == Part.RATING
            ? "select number, models from edition where state = 'COMPLETED'"
            : "select e.edition, (select count(*) from model_rating m where m.edition = e.edition)"
                + " from edition_progress e where materialized_at is not null",
        row -> shown.put(row.getInt(1), row.getLong(2)));
    return shown;
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Connection watching() {
    try {
      if (watching == null) {
        watching = connect(Part.RATING);
      }
      return watching;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect(Part service) throws SQLException {
    String owner = service.database();
    return DriverManager.getConnection(platform.jdbcUrl(service), owner, owner);
  }

  private <T> List<T> query(Part service, String sql, Reading<T> reading) {
    try (Connection connection = connect(service)) {
      return query(connection, sql, reading);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> query(Connection connection, String sql, Reading<T> reading) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<T> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(reading.read(row));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
