package org.carbonpublicity.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.local.Part;
import org.carbonpublicity.local.Platform;

/**
 * A round as it stands in the service's database: what a killed service left can be seen nowhere
 * else.
 */
final class RoundTables {

  private static final String STAGE =
      "select state, recalculated_at is not null, models, recalculated_models, published_models,"
          + " (select count(*) from footprint_revision r where r.batch = number and replaces is"
          + " null), (select count(*) from footprint_revision r where r.batch = number and replaces"
          + " is not null and feedback_form is null), (select coalesce(sum(corrected), 0) from"
          + " feedback_form f where f.batch = number), (select count(*) from footprint_revision r"
          + " where r.batch = number and feedback_form is not null), (select coalesce("
          + "sum(rows_accepted), 0) from feedback_form f where f.batch = number), (select count(*)"
          + " from feedback_answer join feedback_form f on f.id = feedback_form where f.batch ="
          + " number) from batch where number = ?";

  /** All that is known of the revisions of each model, but for what names the round. */
  private static final String REVISIONS =
      "select substr(r.model_code, 3), string_agg((to_jsonb(r) - array['batch', 'model_code',"
          + " 'enterprise', 'feedback_form', 'created_at', 'created_by'] || jsonb_build_object('of',"
          + " substr(e.name, 3), 'form', r.feedback_form is not null))::text, ' ' order by"
          + " r.revision) from footprint_revision r join enterprise e on e.code = r.enterprise where"
          + " r.batch = ? group by 1";

  private final Platform platform;
  private final Round round;

  RoundTables(Platform platform, Round round) {
    this.platform = platform;
    this.round = round;
  }

  /** What a table counts, and what there is. */
  record Counted(long told, long there) {
    boolean isRight() {
      return told == there;
    }

    @Override
    public String toString() {
      return isRight() ? String.valueOf(told) : told + " (there are " + there + ")";
    }
  }

  /** How far a round is; all as of one moment. */
  record Stage(
      String state,
      boolean recalculationDone,
      Counted models,
      Counted recalculated,
      Counted corrected,
      Counted answers,
      long published) {

    /** Whether the work of a phase has begun and is not done; an upload is not seen here. */
    boolean isAt(Kills.Phase phase) {
      return switch (phase) {
        case UPLOAD -> false;
        case RECALCULATION -> state.equals("RECALCULATING") && !recalculationDone;
        case PUBLICATION -> state.equals("PUBLISHING");
      };
    }

    /** Whether everything is there that the batch and its receipts count, and nothing else. */
    boolean isWhole() {
      return models.isRight() && recalculated.isRight() && corrected.isRight() && answers.isRight();
    }
  }

  Stage stage() {
    return query(
            STAGE,
            row ->
                new Stage(
                    row.getString(1),
                    row.getBoolean(2),
                    new Counted(row.getLong(3), row.getLong(6)),
                    new Counted(row.getLong(4), row.getLong(7)),
                    new Counted(row.getLong(8), row.getLong(9)),
                    new Counted(row.getLong(10), row.getLong(11)),
                    row.getLong(5)))
        .get(0);
  }

  /** Everything known of each model, by the rest of its code. */
  Map<String, String> revisions() {
    Map<String, String> revisions = new TreeMap<>();
    query(REVISIONS, row -> revisions.put(row.getString(1), row.getString(2)));
    return revisions;
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Reading<T> reading) {
    String owner = Part.DISCLOSURE.database();
    try (Connection connection =
            DriverManager.getConnection(platform.jdbcUrl(Part.DISCLOSURE), owner, owner);
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, round.number());
      List<T> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(reading.read(row));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
