package org.carbonpublicity.disclosure.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revisions belong to a batch, whoever writes to the database. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class RevisionBatchTest {

  @Inject Platform platform;
  @Inject AgroalDataSource database;

  private int batch;
  private String code;

  @BeforeEach
  void load() {
    batch = platform.draft();
    code = "KEPT-" + batch;
    platform
        .importCsv(
            batch,
            "?registerUnknown=true",
            Platform.form(Platform.gasoline("Keeping Motors", code, 6)))
        .statusCode(201);
  }

  @Test
  void refusesARevisionOfNoBatch() {
    assertThatThrownBy(
            () ->
                execute(
                    "insert into footprint_revision (batch, revision, on_sale, created_at,"
                        + " footprint_g_per_km, model_code, model_name, enterprise, brand,"
                        + " country_style, series, powertrain, body_type, segment, origin,"
                        + " created_by) select 999999, 2, on_sale, created_at,"
                        + " footprint_g_per_km, model_code, model_name, enterprise, brand,"
                        + " country_style, series, powertrain, body_type, segment, 'IMPORTED',"
                        + " created_by from footprint_revision where model_code = '"
                        + code
                        + "'"))
        .hasMessageContaining("a revision is of no batch");
  }

  @Test
  void refusesToMoveARevision() {
    assertThatThrownBy(
            () ->
                execute(
                    "update footprint_revision set batch = 999999 where model_code = '"
                        + code
                        + "'"))
        .hasMessageContaining("a revision stays in its batch");
  }

  @Test
  void refusesToDeleteOrRenumberABatch() {
    for (String change :
        List.of(
            "delete from batch where number = " + batch,
            "update batch set number = 999999 where number = " + batch,
            "truncate batch cascade")) {
      // Truncating locks all tables that refer to it, against the order in which workers do: where
      // the database ends that as a deadlock, it has not come to the rule yet.
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> execute(change))
                      .hasMessageContaining("a batch stays, and keeps its number"));
    }
  }

  private int execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
