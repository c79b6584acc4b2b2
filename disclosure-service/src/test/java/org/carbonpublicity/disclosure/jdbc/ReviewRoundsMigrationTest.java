package org.carbonpublicity.disclosure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.embedded.PostgresServer;
import org.carbonpublicity.embedded.PostgresServer.Durability;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was in use gets review rounds. */
class ReviewRoundsMigrationTest {

  private static final String FIRST = "00000000-0000-0000-0000-000000000001";
  private static final String SECOND = "00000000-0000-0000-0000-000000000002";

  @Test
  void takesEarlierFormsForCorrections(@TempDir Path directory) throws Exception {
    try (PostgresServer server =
        PostgresServer.start(directory.resolve("postgres"), 0, Durability.FAST)) {
      server.createDatabase("used", "test", "test");
      String url = server.jdbcUrl("used");
      migrate(url, "0100");
      try (Connection connection = DriverManager.getConnection(url, "test", "test");
          Statement statement = connection.createStatement()) {
        fill(statement);
        migrate(url, "0120");

        assertThat(
                texts(
                    statement,
                    "select model_code || ' ' || remark || ' ' || feedback_form from review_answer"
                        + " order by 1"))
            .containsExactly("A CORRECTED " + SECOND, "B CORRECTED " + SECOND);
        assertThat(
                texts(
                    statement,
                    "select id || ' ' || coalesce(superseded_by::text, '-') || ' ' || corrected"
                        + " from feedback_form order by id"))
            .containsExactly(FIRST + " " + SECOND + " 1", SECOND + " - 2");
        assertThat(texts(statement, "select count(*)::text from feedback_answer"))
            .containsExactly("3");
        statement.execute(
            "update batch set state = 'CANCELLED', cancelled_at = now() where number = 1");
      }
    }
  }

  private static void fill(Statement statement) throws SQLException {
    statement.execute(
        "insert into batch (number, title, state, models, created_at, created_by, review_at) values"
            + " (1, 'One', 'IN_REVIEW', 2, now(), 'analyst', now())");
    statement.execute(
        "insert into enterprise (code, name, revision, registered_at, registered_by) values ('E1',"
            + " 'One', 1, now(), 'analyst')");
    statement.execute(
        "insert into feedback_form (id, batch, uploaded_at, uploaded_by, enterprises, rows_read,"
            + " rows_accepted, rows_rejected, errors) values ('"
            + FIRST
            + "', 1, now() - interval '1 hour', 'automaker', '{E1}', 1, 1, 0, '[]'), ('"
            + SECOND
            + "', 1, now(), 'automaker', '{E1}', 2, 2, 0, '[]')");
    for (String row :
        List.of(
            "'A', 1, null, null",
            "'B', 1, null, null",
            "'A', 2, 1, '" + FIRST + "'::uuid",
            "'A', 3, 2, '" + SECOND + "'::uuid",
            "'B', 2, 1, '" + SECOND + "'::uuid")) {
      statement.execute(
          "insert into footprint_revision (model_code, revision, replaces, feedback_form, batch,"
              + " on_sale, created_at, footprint_g_per_km, model_name, enterprise, brand,"
              + " country_style, series, powertrain, body_type, segment, origin, created_by)"
              + " values ("
              + row
              + ", 1, true, now(), 200, 'Name', 'E1', 'Brand', 'DOMESTIC', 'Series', 'BEV', 'SUV',"
              + " 'A', 'IMPORTED', 'analyst')");
    }
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void migrate(String url, String target) {
    Flyway.configure()
        .dataSource(url, "test", "test")
        .locations("classpath:db/messaging", "classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }
}
