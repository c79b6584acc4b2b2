package org.carbonpublicity.disclosure.model;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.carbonpublicity.disclosure.fixture.Platform;
import org.carbonpublicity.embedded.testing.EmbeddedInfrastructure;
import org.junit.jupiter.api.Test;

/** Files of more rows than are copied at once. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ManyRowsTest {

  private static final int ROWS = 66_000;

  @Inject Platform platform;

  @Test
  void findsADuplicateHoweverFarApartTheRowsAre() {
    int batch = platform.draft();

    platform
        .importCsv(batch, "?registerUnknown=true", file("FAR", "FAR-7"))
        .statusCode(422)
        .body("rowsRead", equalTo(ROWS + 1))
        .body("rowsRejected", equalTo(1))
        .body("errors", hasSize(1))
        .body("errors[0].code", equalTo("duplicate-model"))
        .body("errors[0].row", equalTo(ROWS + 2))
        .body("errors[0].message", equalTo("row 9 holds this model already"));

    Platform.analyst().get("/api/v1/batches/" + batch).then().body("models", equalTo(0));
    Platform.analyst().get("/api/v1/vehicle-models/FAR-7").then().statusCode(404);
  }

  @Test
  void numbersRevisionsOfModelsKnownBefore() {
    int batch = platform.draft();
    platform
        .importCsv(
            batch,
            "?registerUnknown=true",
            Platform.form(Platform.gasoline("Many Motors", "MANY-65999", 6)))
        .statusCode(201);
    Platform.analyst()
        .contentType("application/json")
        .body("{\"reason\": \"test\"}")
        .post("/api/v1/batches/" + batch + "/cancellation")
        .then()
        .statusCode(200);
    int next = platform.draft();

    platform
        .importCsv(next, "?registerUnknown=true", file("MANY", "MANY-X"))
        .statusCode(201)
        .body("rowsAccepted", equalTo(ROWS + 1));

    Platform.analyst()
        .get("/api/v1/vehicle-models/MANY-65999/footprints/2")
        .then()
        .statusCode(200)
        .body("batch", equalTo(next));
    Platform.analyst()
        .get("/api/v1/vehicle-models/MANY-65998/footprints/1")
        .then()
        .statusCode(200)
        .body("batch", equalTo(next));
  }

  private static String file(String prefix, String last) {
    return Platform.form(
        IntStream.rangeClosed(0, ROWS)
            .mapToObj(n -> n == ROWS ? last : prefix + "-" + n)
            .map(
                code ->
                    "Many Motors,,B,DOMESTIC,S," + code + ",N,GASOLINE,SUV,A,1500,5.9,,,,,,Y,180")
            .toArray(String[]::new));
  }
}
