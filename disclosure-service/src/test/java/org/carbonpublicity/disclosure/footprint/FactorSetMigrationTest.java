package org.carbonpublicity.disclosure.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database in which footprints were calculated before factor sets had a state. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class FactorSetMigrationTest {

  private static final String SCHEMA = "before_states";

  @Inject AgroalDataSource dataSource;

  @Test
  void whatWasCalculatedWithIsRetiredAndTheLastOfItActive() throws SQLException {
    migrate("0100");
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path to " + SCHEMA);
      for (String id : new String[] {"first", "second", "unused"}) {
        statement.execute(
            "insert into factor_set (id, effective_from, document) values ('"
                + id
                + "', '2024-01-01', '{}')");
      }
      statement.execute(
          "insert into batch (number, title, state, created_at, created_by) values (1, 'One',"
              + " 'DRAFT', now(), 'test')");
      for (int n = 1; n <= 4; n++) {
        statement.execute(
            "insert into footprint_revision (batch, revision, on_sale, created_at,"
                + " footprint_g_per_km, model_code, model_name, enterprise, brand, country_style,"
                + " series, powertrain, body_type, segment, origin, factor_set, methodology,"
                + " created_by) values (1, 1, true, now() + interval '"
                + n
                + " hours', 200, 'M"
                + n
                + "', 'N', 'E', 'B', 'DOMESTIC', 'S', 'BEV', 'SUV', 'B', "
                + (n == 4
                    ? "'IMPORTED', null, null"
                    : "'CALCULATED', '" + (n < 3 ? "first" : "second") + "', 'cpp-lifecycle-1'")
                + ", 'test')");
      }
      statement.execute("set search_path to public");
    }

    migrate("latest");

    assertThat(states())
        .isEqualTo(Map.of("first", "RETIRED", "second", "ACTIVE", "unused", "DRAFT"));
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(SCHEMA)
        .locations("db/messaging", "db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private Map<String, String> states() throws SQLException {
    Map<String, String> states = new TreeMap<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select id, state from " + SCHEMA + ".factor_set")) {
      while (rows.next()) {
        states.put(rows.getString(1), rows.getString(2));
      }
    }
    return states;
  }
}
