package org.carbonpublicity.disclosure.recalculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.disclosure.jdbc.Database;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class RecalculationTest {

  /** More than two steps. */
  private static final int MODELS = 2_300;

  @Inject Platform platform;
  @Inject Database database;

  private int batch;

  /** All but every tenth model rest on a factor set that is not in force. */
  @BeforeEach
  void review() {
    batch = platform.draft();
    String[] rows = new String[MODELS];
    for (int n = 0; n < MODELS; n++) {
      rows[n] = Platform.gasoline("Recalculated " + batch, code(n), 5 + n % 10);
    }
    platform.importCsv(batch, "?registerUnknown=true", Platform.form(rows)).statusCode(201);
    database.update(
        "update footprint_revision set factor_set = 'earlier', footprint_g_per_km = 1 where batch ="
            + " ? and right(model_code, 1) <> '0'",
        batch);
    Platform.analyst().post("/api/v1/batches/" + batch + "/review").then().statusCode(200);
  }

  @Test
  void givesWhatRestsOnOtherFactorsItsNextRevision() {
    post("recalculation");
    awaitRecalculated(2_070);

    assertThat(
            database.count(
                "select count(*) from footprint_revision where batch = ? and revision = 2 and"
                    + " replaces = 1 and factor_set <> 'earlier' and footprint_g_per_km > 100",
                batch))
        .isEqualTo(2_070);
    Platform.analyst()
        .get("/api/v1/vehicle-models/" + code(10))
        .then()
        .body("revision", equalTo(1));
    post("publication");
    platform.awaitPublished(batch);
  }

  @Test
  void publishesByItselfWhenThatWasAskedFor() {
    post("publication");
    platform.awaitPublished(batch);

    Platform.analyst()
        .get("/api/v1/batches/" + batch)
        .then()
        .body("recalculation.recalculated", equalTo(2_070))
        .body("publication.published", equalTo(MODELS));
  }

  @Test
  void goesOnWhereACrashLeftIt() {
    // As after the first step of two: half is done, and the cursor says so.
    database.update(
        "update batch set state = 'RECALCULATING', review_closed_at = now(), review_closed_by ="
            + " 'analyst', recalculation_started_at = now(), recalculation_cursor = ? where number ="
            + " ?",
        code(1_150),
        batch);

    // What lies before the cursor was left out here, so that the end starts anew for its sake.
    awaitRecalculated(2_070);
    assertThat(
            database.count(
                "select count(*) from footprint_revision where batch = ? and revision > 2", batch))
        .isZero();
  }

  @Test
  void isNotHeldUpByAVehicleThatCannotBeCalculated() {
    database.update(
        "update footprint_revision set curb_mass_kg = 10 where batch = ? and model_code = ?",
        batch,
        code(7));

    post("publication");
    platform.awaitPublished(batch);

    assertThat(
            database.count(
                "select count(*) from recalculation_refusal where batch = ? and model_code = ?",
                batch,
                code(7)))
        .isEqualTo(1);
    Platform.analyst()
        .get("/api/v1/batches/" + batch)
        .then()
        .body("recalculation.recalculated", equalTo(2_069))
        .body("recalculation.notRecalculable", equalTo(1));
  }

  private String code(int n) {
    return "RC-%d-%04d".formatted(batch, n);
  }

  private void post(String transition) {
    Platform.analyst()
        .contentType("application/json")
        .body(Map.of())
        .post("/api/v1/batches/" + batch + "/" + transition)
        .then()
        .statusCode(202);
  }

  private void awaitRecalculated(int models) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        database.count(
                            "select recalculated_models from batch where number = ? and"
                                + " recalculated_at is not null",
                            batch))
                    .isEqualTo(models));
  }
}
